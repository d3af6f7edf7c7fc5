package io.tracingstarter.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.TraceStateBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;

/**
 * Spans as no application should make them: every kind, the attributes that exporters
 * look at with all sorts of values, exceptions, foreign characters, hundreds of
 * everything. The same seed makes the same spans.
 */
public final class RandomSpans {

	/** What exporters give a meaning. */
	private static final List<String> KNOWN = List.of("http.request.method", "method", "url.full", "http.url",
			"url.path", "url.scheme", "server.address", "server.port", "client.address", "network.peer.address",
			"user_agent.original", "http.response.status_code", "status", "http.response.body.size", "db.system.name",
			"db.query.text", "db.user", "db.namespace", "db.connection_string", "rpc.system", "rpc.service",
			"rpc.method", "aws.service", "aws.local.service", "aws.remote.service", "aws.region", "aws.request_id",
			"aws.queue_url", "aws.dynamodb.table_names", "peer.service", "messaging.destination.name", "enduser.id",
			"correlation_id", "AWS.x", "a.b", "a_b", "exception", "aws.xray.annotations", "aws.xray.namespace",
			"aws.xray.error", "aws.xray.throttle", "aws.xray.metadata.debug", "aws.xray.metadata.default",
			"aws.xray.metadata.AWS.x", "aws.xray.metadata._AWS.x");

	private static final List<String> OF_RESOURCE = List.of("service.name", "service.version", "service.namespace",
			"service.instance.id", "cloud.platform", "cloud.account.id", "cloud.availability_zone", "host.id",
			"host.type", "container.id", "container.name", "aws.ecs.launchtype", "aws.ecs.cluster.arn",
			"aws.log.group.names", "aws.log.group.arns", "k8s.cluster.name", "k8s.pod.name", "telemetry.sdk.name",
			"telemetry.sdk.language");

	private static final List<String> TEXTS = List.of("", " ", "a", "none", "GET", "200", "404", "429", "503", "99999",
			"-1", "postgresql", "redis", "aws-api", "aws_ecs", "aws_ec2", "aws_eks", "aws_elastic_beanstalk", "fargate",
			"http://shop:8080/a?b=c#d", "Größe 価格", "\ud83d\ude00 \ud800 \udc00",
			"\u0000\u001b[31m\"\\\n\r\t\u007f\u2028", "<{[(|)]}>'`^~!?*$;,", "{\"a\":1,\"\\u0061\":2}",
			"{\"url.full\":[1,{\"AWS.y\":null}],\"a\\\"b\":0}", "{\"correlation_id\":1e400,\"y\":\"\ud800\"}", "a\"b",
			"remote", "x".repeat(300), "価".repeat(300), "\ud83d\ude00".repeat(200), "\u0001".repeat(5000),
			"y".repeat(16_384));

	private static final List<String> STACK = List.of("java.lang.IllegalStateException: not: counted\n",
			"\tat java.base/java.util.Optional.orElseThrow(Optional.java:403)\n", "\tat a.B.c(Native Method)\n",
			"Caused by: java.sql.SQLException\n", "Caused by: ", "\t... 2 more\n", "\tSuppressed: x: y\n",
			"\t\tat a.B.c(B.java:99999999999)\n", "[CIRCULAR REFERENCE: a.B]\n", "\n", "at", "\u2028");

	private final Random random;

	private RandomSpans(long seed) {
		this.random = new Random(seed);
	}

	/**
	 * Makes spans.
	 * @param seed the seed of the first; each next one has the next
	 * @param count how many
	 */
	public static Stream<SpanData> of(long seed, int count) {
		return IntStream.range(0, count).mapToObj((index) -> of(seed + index));
	}

	public static SpanData of(long seed) {
		return new RandomSpans(seed * 0x9E37_79B9_7F4A_7C15L).span();
	}

	private SpanData span() {
		long start = one(List.of(0L, 1L, TestSpans.START));
		int size = one(List.of(1, 5, 20));
		return TestSpans.data()
			.setName(text())
			.setKind(one(List.of(SpanKind.values())))
			.setSpanContext(context(false))
			.setParentSpanContext(one(List.of(SpanContext.getInvalid(), context(false), context(true))))
			.setResource(resource(size))
			.setStartEpochNanos(start)
			.setEndEpochNanos(one(List.of(0L, start, start + 12_345_678, start - 1)))
			.setStatus(StatusData.create(one(List.of(StatusCode.values())), text()))
			.setAttributes(attributes(KNOWN, one(List.of(1, 5, 20, 200))))
			.setEvents(events(size))
			.setLinks(IntStream.range(0, this.random.nextInt(size))
				.mapToObj((i) -> LinkData.create(context(true), attributes(KNOWN, 3)))
				.toList())
			.build();
	}

	// the SDK takes no other names
	private Resource resource(int size) {
		AttributesBuilder attributes = Attributes.builder();
		for (int i = this.random.nextInt(size); i > 0; i--) {
			attributes.put(one(OF_RESOURCE), text());
		}
		return Resource.create(attributes.build());
	}

	private List<EventData> events(int size) {
		List<EventData> events = new ArrayList<>();
		for (int i = this.random.nextInt(size); i > 0; i--) {
			AttributesBuilder attributes = attributes(KNOWN, 3).toBuilder();
			if (this.random.nextBoolean()) {
				attributes.put("exception.type", text()).put("exception.message", text());
			}
			if (this.random.nextBoolean()) {
				attributes.put("exception.stacktrace", stack());
			}
			events.add(EventData.create(i, one(List.of("exception", "other")), attributes.build()));
		}
		return events;
	}

	private String stack() {
		StringBuilder stack = new StringBuilder();
		for (int i = this.random.nextInt(one(List.of(10, 500))); i > 0; i--) {
			stack.append(one(STACK));
		}
		return stack.toString();
	}

	private Attributes attributes(List<String> names, int size) {
		AttributesBuilder attributes = Attributes.builder();
		for (int i = this.random.nextInt(size); i > 0; i--) {
			String key = (this.random.nextInt(4) > 0) ? one(names) : i + text();
			switch (this.random.nextInt(9)) {
				case 0 -> attributes.put(key, this.random.nextLong());
				case 1 -> attributes.put(key, one(List.of(0.5, Double.NaN, Double.MIN_VALUE, -1e300)));
				case 2 -> attributes.put(key, this.random.nextBoolean());
				case 3 -> attributes.put(key, text(), text(), text());
				case 4 -> attributes.put(AttributeKey.longArrayKey(key), List.of(-1L, Long.MIN_VALUE, 0L));
				case 5 -> attributes.put(AttributeKey.valueKey(key),
						Value.of(Value.of(-1), Value.of(""), Value.of(Value.of(text()), Value.of(new byte[9]))));
				default -> attributes.put(key, text());
			}
		}
		return attributes.build();
	}

	private SpanContext context(boolean remote) {
		TraceStateBuilder state = TraceState.builder();
		for (int i = this.random.nextInt(33); i > 0; i--) {
			state.put("k" + i + "x".repeat(200), "v".repeat(256));
		}
		String traceId = String.format("%016x%016x", this.random.nextLong(), this.random.nextLong() | 1);
		String spanId = String.format("%016x", this.random.nextLong() | 1);
		return remote ? SpanContext.createFromRemoteParent(traceId, spanId, TraceFlags.getSampled(), state.build())
				: SpanContext.create(traceId, spanId, TraceFlags.getSampled(), state.build());
	}

	private String text() {
		return one(TEXTS);
	}

	private <T> T one(List<T> choices) {
		return choices.get(this.random.nextInt(choices.size()));
	}

}
