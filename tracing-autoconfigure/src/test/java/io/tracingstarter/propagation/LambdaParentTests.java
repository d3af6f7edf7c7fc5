package io.tracingstarter.propagation;

import java.util.Map;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LambdaParent} and {@link LambdaTracer}.
 */
class LambdaParentTests {

	private static final String FIRST = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1;Lineage=1:a87bd80c:0";

	private static final String SECOND = "Root=1-5759e989-cd862e3fe1be46a994272793;Parent=63995c3f42cd8ad8;Sampled=1";

	private @Nullable String variable;

	private final LambdaParent parent = new LambdaParent(() -> this.variable);

	private final LambdaTracer tracer = new LambdaTracer(SdkTracerProvider.builder().build().get("test"), this.parent);

	@AfterEach
	void clear() {
		System.clearProperty(LambdaParent.PROPERTY);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { FIRST + ", -, 53995c3f42cd8ad8", "-, " + FIRST + ", 53995c3f42cd8ad8",
					SECOND + ", " + FIRST + ", 63995c3f42cd8ad8", "'', " + FIRST + ", 53995c3f42cd8ad8",
					"-, -, 0000000000000000", "nonsense, -, 0000000000000000",
					"Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=0, -, 0000000000000000" })
	void shouldTakePropertyThenVariable(@Nullable String property, @Nullable String variable, String spanId) {
		if (property != null) {
			System.setProperty(LambdaParent.PROPERTY, property);
		}
		this.variable = variable;
		assertThat(parentOf(this.tracer.spanBuilder("work").startSpan())).isEqualTo(spanId);
	}

	@Test
	void shouldFollowEachInvocation() {
		System.setProperty(LambdaParent.PROPERTY, FIRST);
		Span first = this.tracer.spanBuilder("work").startSpan();
		System.setProperty(LambdaParent.PROPERTY, SECOND);
		Span second = this.tracer.spanBuilder("work").startSpan();
		assertThat(first.getSpanContext().getTraceId()).isEqualTo("5759e988bd862e3fe1be46a994272793");
		assertThat(second.getSpanContext().getTraceId()).isEqualTo("5759e989cd862e3fe1be46a994272793");
	}

	@Test
	void shouldLeaveOtherParentsAlone() {
		System.setProperty(LambdaParent.PROPERTY, FIRST);
		Span caller = Span.wrap(SpanContext.create("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331",
				TraceFlags.getSampled(), TraceState.getDefault()));
		assertThat(parentOf(this.tracer.spanBuilder("work").setParent(Context.root().with(caller)).startSpan()))
			.isEqualTo("b7ad6b7169203331");
		assertThat(parentOf(this.tracer.spanBuilder("work").setNoParent().startSpan())).isEqualTo("0000000000000000");
		try (Scope scope = caller.makeCurrent()) {
			assertThat(parentOf(this.tracer.spanBuilder("work").startSpan())).isEqualTo("b7ad6b7169203331");
			assertThat(this.parent.in(Context.current())).isSameAs(Context.current());
		}
	}

	@Test
	void shouldBeParentOfWhatNamesNone() {
		System.setProperty(LambdaParent.PROPERTY, FIRST);
		Context extracted = this.parent.asPropagator().extract(Context.root(), Map.of(), null);
		assertThat(Span.fromContext(extracted).getSpanContext().getSpanId()).isEqualTo("53995c3f42cd8ad8");
		assertThat(this.parent.asPropagator().fields()).isEmpty();
	}

	private static String parentOf(Span span) {
		return ((ReadableSpan) span).getParentSpanContext().getSpanId();
	}

}
