package io.tracingstarter.web.client;

import java.util.List;

import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapPropagator;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OutgoingIds}.
 */
class OutgoingIdsTests {

	private static final String TRACE_ID = "1af7651916cd43dd8448eb211c80319c";

	private static final String TRACEPARENT = "00-" + TRACE_ID + "-b7ad6b7169203331-01";

	private final HttpHeaders headers = new HttpHeaders();

	@Test
	void shouldSendTraceBesideBaggageOfOthers() {
		this.headers.set("baggage", "sentry-release=1");
		applyTo("orders", "*");
		assertThat(this.headers.get("traceparent")).containsExactly(TRACEPARENT);
		assertThat(this.headers.get("baggage")).containsExactly("sentry-release=1");
	}

	@Test
	void shouldLeaveTraceThatIsThere() {
		this.headers.set("traceparent", "of the client span");
		applyTo("orders", "*");
		assertThat(this.headers.get("traceparent")).containsExactly("of the client span");
		assertThat(this.headers.get("X-Correlation-ID")).containsExactly(TRACE_ID);
	}

	@Test
	void shouldHideAllFieldsFromOtherHosts() {
		for (String name : List.of("traceparent", "tracestate", "baggage", "x-correlation-id", "Accept")) {
			this.headers.set(name, "some");
		}
		applyTo("orders", "payments");
		assertThat(this.headers.headerNames()).containsExactly("Accept");
	}

	private void applyTo(String host, String allowed) {
		OutgoingIds ids = new OutgoingIds(
				TextMapPropagator.composite(W3CTraceContextPropagator.getInstance(),
						W3CBaggagePropagator.getInstance()),
				"X-Correlation-ID", new PropagationTargets(List.of(allowed)));
		Span span = Span
			.wrap(SpanContext.create(TRACE_ID, "b7ad6b7169203331", TraceFlags.getSampled(), TraceState.getDefault()));
		try (Scope scope = Context.root().with(span).makeCurrent()) {
			assertThat(ids.areComplete(host, this.headers)).isFalse();
			ids.apply(host, this.headers);
			assertThat(ids.areComplete(host, this.headers)).isTrue();
		}
	}

}
