package io.tracingstarter.sampling;

import java.util.List;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.tracingstarter.propagation.IncomingTrace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CallerDecisionSampler}.
 */
class CallerDecisionSamplerTests {

	private static final String TRACE = "5759e988bd862e3fe1be46a994272793";

	private static final String SPAN = "53995c3f42cd8ad8";

	private static final Sampler ALL = Sampler.parentBased(Sampler.alwaysOn());

	private static final Sampler NONE = Sampler.parentBased(Sampler.alwaysOff());

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "-, true, true", "-, false, false", "true, true, true", "true, false, true",
			"false, true, false", "false, false, false" })
	void shouldHeedDecisionThatCameWithoutSpan(@Nullable Boolean decision, boolean own, boolean sampled) {
		Context context = new IncomingTrace(TRACE, null, decision).in(Context.root());
		assertThat(isSampled(own ? ALL : NONE, context, TRACE)).isEqualTo(sampled);
	}

	@ParameterizedTest
	@CsvSource({ "true, true", "false, false" })
	void shouldDecideForCallerThatDidNot(boolean own, boolean sampled) {
		Context context = new IncomingTrace(TRACE, SPAN, null).in(Context.root()).with(caller(SPAN, true));
		assertThat(isSampled(own ? ALL : NONE, context, TRACE)).isEqualTo(sampled);
	}

	@Test
	void shouldHeedCallerOfAnotherHeader() {
		Context context = new IncomingTrace(TRACE, SPAN, null).in(Context.root())
			.with(caller("b7ad6b7169203331", true));
		assertThat(isSampled(ALL, context, TRACE)).isFalse();
		context = new IncomingTrace(TRACE, null, true).in(Context.root()).with(caller("b7ad6b7169203331", true));
		assertThat(isSampled(ALL, context, TRACE)).isFalse();
	}

	@Test
	void shouldNotDecideAgainInsideOfTrace() {
		Context context = new IncomingTrace(TRACE, SPAN, null).in(Context.root()).with(caller(SPAN, false));
		assertThat(isSampled(ALL, context, TRACE)).isFalse();
	}

	@Test
	void shouldNotHeedDecisionForAnotherTrace() {
		Context context = new IncomingTrace(TRACE, null, true).in(Context.root());
		assertThat(isSampled(NONE, context, "0af7651916cd43dd8448eb211c80319c")).isFalse();
	}

	private static Span caller(String spanId, boolean remote) {
		return Span.wrap(remote
				? SpanContext.createFromRemoteParent(TRACE, spanId, TraceFlags.getDefault(), TraceState.getDefault())
				: SpanContext.create(TRACE, spanId, TraceFlags.getDefault(), TraceState.getDefault()));
	}

	private static boolean isSampled(Sampler sampler, Context parent, String traceId) {
		return new CallerDecisionSampler(sampler)
			.shouldSample(parent, traceId, "GET", SpanKind.SERVER, Attributes.empty(), List.of())
			.getDecision() == SamplingDecision.RECORD_AND_SAMPLE;
	}

}
