package io.tracingstarter.sampling;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What the samplers decide when a span starts.
 */
class SamplerTests {

	private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

	private static final String SECRET = "correct horse battery staple";

	private static final Sampler ALL = Sampler.parentBased(Sampler.alwaysOn());

	private static final Sampler NONE = Sampler.parentBased(Sampler.alwaysOff());

	@Test
	void shouldRecordWhatIsDropped() {
		assertThat(decide(new KeepingSampler(NONE), Context.root())).isEqualTo(SamplingDecision.RECORD_ONLY);
		assertThat(decide(new KeepingSampler(ALL), Context.root())).isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
	}

	@Test
	void shouldLeaveWhatSamplerSaysBesideItsDecision() {
		TraceState state = TraceState.builder().put("ot", "th:8").build();
		Attributes attributes = Attributes.of(AttributeKey.stringKey("rule"), "none");
		SamplingResult dropped = new SamplingResult() {

			@Override
			public SamplingDecision getDecision() {
				return SamplingDecision.DROP;
			}

			@Override
			public Attributes getAttributes() {
				return attributes;
			}

			@Override
			public TraceState getUpdatedTraceState(TraceState parent) {
				return state;
			}

		};
		Sampler sampler = new KeepingSampler(new FixedSampler(dropped));
		SamplingResult result = sampler.shouldSample(Context.root(), TRACE_ID, "request", SpanKind.SERVER,
				Attributes.empty(), List.of());
		assertThat(result.getDecision()).isEqualTo(SamplingDecision.RECORD_ONLY);
		assertThat(result.getAttributes()).isSameAs(attributes);
		assertThat(result.getUpdatedTraceState(TraceState.getDefault())).isSameAs(state);
	}

	@Test
	void shouldFollowTheFirstRuleThatMatches() {
		Sampler sampler = new TraceStartSampler(NONE, List.of(new RouteRule("/checkout/free"::equals, 0),
				new RouteRule((path) -> path.startsWith("/checkout/"), 1)), null);
		assertThat(decide(sampler, withPath("/checkout/42"))).isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
		assertThat(decide(sampler, withPath("/checkout/free"))).isEqualTo(SamplingDecision.DROP);
		assertThat(decide(sampler, withPath("/cart"))).isEqualTo(SamplingDecision.DROP);
		assertThat(decide(sampler, Context.root())).isEqualTo(SamplingDecision.DROP);
	}

	@Test
	void shouldNotApplyRulesWhenTraceBeganElsewhere() {
		Sampler sampler = new TraceStartSampler(NONE, List.of(new RouteRule((path) -> true, 1)), null);
		assertThat(decide(sampler, called(withPath("/checkout/42"), false))).isEqualTo(SamplingDecision.DROP);
		assertThat(decide(sampler, called(withPath("/checkout/42"), true)))
			.isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
	}

	@Test
	void shouldSampleNoMoreThanAllowedInOneSecond() {
		AtomicLong nanos = new AtomicLong(-5);
		Sampler sampler = new TraceStartSampler(ALL, List.of(), new TraceRate(10, nanos::get));
		assertThat(sampled(sampler, 100)).isEqualTo(10);
		nanos.addAndGet(Duration.ofMillis(250).toNanos());
		assertThat(sampled(sampler, 100)).isEqualTo(2);
		nanos.addAndGet(Duration.ofHours(1).toNanos());
		assertThat(sampled(sampler, 100)).as("a quiet hour is not saved up").isEqualTo(10);
	}

	@Test
	void shouldSampleOneInTenSecondsWhenRateIsLessThanOne() {
		AtomicLong nanos = new AtomicLong();
		Sampler sampler = new TraceStartSampler(ALL, List.of(), new TraceRate(0.1, nanos::get));
		assertThat(sampled(sampler, 5)).isEqualTo(1);
		nanos.addAndGet(Duration.ofMillis(9999).toNanos());
		assertThat(sampled(sampler, 5)).isZero();
		nanos.addAndGet(Duration.ofMillis(1).toNanos());
		assertThat(sampled(sampler, 5)).isEqualTo(1);
	}

	@Test
	void shouldNotCountTracesOfOthersAgainstTheRate() {
		Sampler sampler = new TraceStartSampler(ALL, List.of(), new TraceRate(1, () -> 0));
		for (int i = 0; i < 5; i++) {
			assertThat(decide(sampler, called(Context.root(), true))).isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
		}
		assertThat(sampled(sampler, 5)).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, -1, Double.NaN })
	void shouldRefuseRateThatIsNotPositive(double rate) {
		assertThatIllegalArgumentException().isThrownBy(() -> new TraceRate(rate));
	}

	@Test
	void shouldSampleRequestWithSecretWhateverItsCallerSays() {
		Sampler sampler = new DebugSampler(NONE);
		Context debug = extract(SECRET);
		assertThat(decide(sampler, debug)).isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
		assertThat(decide(sampler, called(debug, false))).isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
		SamplingResult result = sampler.shouldSample(debug, TRACE_ID, "request", SpanKind.SERVER, Attributes.empty(),
				List.of());
		assertThat(result.getAttributes().get(SamplingAttributes.KEPT)).isEqualTo("requested");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "correct horse battery stapl", "correct horse battery staples", "ć", "*" })
	void shouldIgnoreHeaderWhenItIsNotTheSecret(String guess) {
		assertThat(extract(guess)).isSameAs(Context.root());
		assertThat(decide(new DebugSampler(NONE), extract(guess))).isEqualTo(SamplingDecision.DROP);
	}

	@Test
	void shouldNotShowTheSecret() {
		assertThat(new SamplingHints(true, "X-Trace-Debug", SECRET)).asString().doesNotContain(SECRET);
	}

	@Test
	void shouldAddNothingWhenNobodyAsks() {
		assertThat(customize(new SamplingHints(false, "X-Trace-Debug", null), "/", SECRET)).isSameAs(Context.root());
	}

	private static Context extract(String value) {
		return customize(new SamplingHints(false, "X-Trace-Debug", SECRET), "/", value);
	}

	private static Context withPath(String path) {
		return customize(new SamplingHints(true, "X-Trace-Debug", null), path, "");
	}

	private static Context customize(SamplingHints hints, String path, String value) {
		return hints.customize(Context.root(), "GET", path, Map.of("X-Trace-Debug", value), new MapGetter());
	}

	private static Context called(Context context, boolean sampled) {
		SpanContext caller = SpanContext.createFromRemoteParent(TRACE_ID, "b7ad6b7169203331",
				sampled ? TraceFlags.getSampled() : TraceFlags.getDefault(), TraceState.getDefault());
		return context.with(Span.wrap(caller));
	}

	private static SamplingDecision decide(Sampler sampler, Context parent) {
		return sampler.shouldSample(parent, TRACE_ID, "request", SpanKind.SERVER, Attributes.empty(), List.of())
			.getDecision();
	}

	private static int sampled(Sampler sampler, int traces) {
		int sampled = 0;
		for (int i = 0; i < traces; i++) {
			sampled += (decide(sampler, Context.root()) == SamplingDecision.RECORD_AND_SAMPLE) ? 1 : 0;
		}
		return sampled;
	}

	private record FixedSampler(SamplingResult result) implements Sampler {

		@Override
		public SamplingResult shouldSample(Context parent, String traceId, String name, SpanKind kind,
				Attributes attributes, List<LinkData> links) {
			return this.result;
		}

		@Override
		public String getDescription() {
			return "fixed";
		}

	}

	private static final class MapGetter implements TextMapGetter<Map<String, String>> {

		@Override
		public Iterable<String> keys(Map<String, String> carrier) {
			return carrier.keySet();
		}

		@Override
		public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
			return (carrier != null) ? carrier.get(key) : null;
		}

	}

}
