package io.tracingstarter.export.xray;

import java.util.ArrayList;
import java.util.List;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;

/**
 * Spans as a Spring Boot service has them: each request is a server span with a query, a
 * call to another service, a call to DynamoDB and some work of its own. One request in
 * twenty fails, with an exception.
 */
final class TypicalSpans {

	private static final int ONE_IN = 20;

	private static final AttributeKey<String> CORRELATION_ID = AttributeKey.stringKey("correlation_id");

	private final List<SpanData> spans = new ArrayList<>();

	private final Tracer tracer;

	private TypicalSpans(Tracer tracer) {
		this.tracer = tracer;
	}

	static List<SpanData> of(int requests) {
		Resource resource = Resource.create(Attributes.builder()
			.put("service.name", "like-service")
			.put("service.version", "1.4.2")
			.put("deployment.environment.name", "production")
			.put("telemetry.sdk.language", "java")
			.put("telemetry.sdk.name", "opentelemetry")
			.put("telemetry.sdk.version", "1.62.0")
			.build());
		try (SdkTracerProvider provider = SdkTracerProvider.builder().setResource(resource).build()) {
			TypicalSpans spans = new TypicalSpans(provider.get("org.springframework.boot"));
			for (int i = 0; i < requests; i++) {
				spans.request(i);
			}
			return List.copyOf(spans.spans);
		}
	}

	private void request(int number) {
		Span server = start("http post /mysfits/{id}/like", SpanKind.SERVER, Context.root());
		server.setAttribute("method", "POST")
			.setAttribute("uri", "/mysfits/{id}/like")
			.setAttribute("http.url", "/mysfits/" + number + "/like")
			.setAttribute("status", "200")
			.setAttribute("outcome", "SUCCESS")
			.setAttribute("exception", "none");
		Context request = Context.root().with(server);
		Span query = start("select mysfit", SpanKind.CLIENT, request);
		query.setAttribute("db.system.name", "postgresql")
			.setAttribute("db.query.text", "select id, name, age, species from mysfit where id = ? and deleted = ?")
			.setAttribute("server.address", "db.internal")
			.setAttribute("jdbc.row-count", "1");
		end(query);
		Span call = start("http get", SpanKind.CLIENT, request);
		call.setAttribute("client.name", "mysfits-service")
			.setAttribute("method", "GET")
			.setAttribute("uri", "/mysfits/{id}")
			.setAttribute("http.url", "http://mysfits-service:8081/mysfits/" + number)
			.setAttribute("status", "200");
		end(call);
		Span count = start("dynamodb.updateitem", SpanKind.CLIENT, request);
		count.setAttribute("rpc.system", "aws-api")
			.setAttribute("rpc.service", "DynamoDB")
			.setAttribute("rpc.method", "UpdateItem")
			.setAttribute("aws.region", "eu-central-1")
			.setAttribute("aws.request_id", "EXAMPLEREQUESTID0123456789")
			.setAttribute("aws.dynamodb.table_names", "likes");
		end(count);
		Span work = start("tell-followers", SpanKind.INTERNAL, request);
		if (number % ONE_IN == 0) {
			work.recordException(new IllegalStateException("nobody follows", new RuntimeException("empty")));
			work.setStatus(StatusCode.ERROR, "nobody follows");
		}
		end(work);
		end(server);
	}

	private Span start(String name, SpanKind kind, Context parent) {
		return this.tracer.spanBuilder(name)
			.setSpanKind(kind)
			.setParent(parent)
			.setAttribute(CORRELATION_ID, "order-4711")
			.startSpan();
	}

	private void end(Span span) {
		span.end();
		this.spans.add(((ReadableSpan) span).toSpanData());
	}

}
