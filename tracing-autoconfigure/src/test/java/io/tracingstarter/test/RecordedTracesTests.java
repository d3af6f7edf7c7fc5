package io.tracingstarter.test;

import java.time.Duration;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RecordedTraces} and its assertions: that they hold, and that they
 * fail.
 */
class RecordedTracesTests {

	private final RecordedTraces traces = new RecordedTraces(Duration.ofMillis(50));

	private final Tracer tracer = SdkTracerProvider.builder().addSpanProcessor(this.traces).build().get("test");

	@Test
	void shouldDescribeTrace() {
		Span server = this.tracer.spanBuilder("GET /mysfits").setSpanKind(SpanKind.SERVER).startSpan();
		Span query = this.tracer.spanBuilder("query").setParent(Context.root().with(server)).startSpan();
		query.setAttribute("db.rows", 3).setStatus(StatusCode.ERROR).end();
		server.setAttribute("correlation_id", "order-4711").end();
		assertThat(this.traces).singleTrace()
			.hasSpans(2)
			.hasSpan("query")
			.withTag("db.rows", "3")
			.withoutTag("none")
			.withParent("GET /mysfits")
			.withError()
			.and()
			.hasSpan("GET /mysfits")
			.withKind(SpanKind.SERVER)
			.withCorrelationId("order-4711")
			.withoutError()
			.isRoot();
	}

	@Test
	void shouldFailAndShowTraceWhenExpectationIsNotMet() {
		Span span = this.tracer.spanBuilder("GET /mysfits").startSpan();
		span.setAttribute("status", "200");
		span.end();
		assertFails(() -> assertThat(this.traces).isEmpty());
		assertFails(() -> assertThat(this.traces).hasTraces(2));
		assertFails(() -> assertThat(this.traces).singleTrace().hasSpan("other"));
		assertFails(() -> assertThat(this.traces).singleTrace().hasSpans(2));
		assertFails(() -> assertThat(this.traces).singleTrace().hasCorrelationId("order-4711"));
		SpanAssert found = assertThat(this.traces).singleTrace().hasNoErrors().hasSpan("GET /mysfits");
		assertFails(() -> found.withTag("status", "500"));
		assertFails(() -> found.withTag("none", "200"));
		assertFails(() -> found.withoutTag("status"));
		assertFails(() -> found.withKind(SpanKind.SERVER));
		assertFails(found::withError);
		assertFails(() -> found.withParent("GET /mysfits"));
	}

	@Test
	void shouldWaitForSpansThatHaveStarted() throws InterruptedException {
		RecordedTraces patient = new RecordedTraces(Duration.ofSeconds(30));
		Tracer tracer = SdkTracerProvider.builder().addSpanProcessor(patient).build().get("test");
		Span span = tracer.spanBuilder("late").startSpan();
		Thread other = new Thread(span::end);
		other.start();
		assertThat(patient).singleTrace().hasSpan("late");
		other.join();
	}

	@Test
	void shouldForgetWhatWasBefore() {
		Span before = this.tracer.spanBuilder("before").startSpan();
		this.traces.clear();
		before.end();
		assertThat(this.traces).isEmpty();
	}

	@Test
	void shouldForgetASpanWhoseTraceGoesOn() {
		Span before = this.tracer.spanBuilder("before").startSpan();
		this.traces.clear();
		Span now = this.tracer.spanBuilder("now").setParent(Context.root().with(before)).startSpan();
		before.end();
		now.end();
		assertThat(this.traces).singleTrace().hasSpans(1).hasSpan("now");
	}

	private static void assertFails(Runnable assertion) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion::run)
			.withMessageContaining("GET /mysfits")
			.withMessageContaining("status");
	}

}
