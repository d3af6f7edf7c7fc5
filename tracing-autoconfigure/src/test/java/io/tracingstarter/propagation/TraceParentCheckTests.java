package io.tracingstarter.propagation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TraceParentCheck}.
 */
class TraceParentCheckTests {

	private static final String IDS = "0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331";

	private static final TextMapGetter<Map<String, String>> GETTER = new TextMapGetter<>() {

		@Override
		public Iterable<String> keys(Map<String, String> headers) {
			return headers.keySet();
		}

		@Override
		public @Nullable String get(@Nullable Map<String, String> headers, String name) {
			return (headers != null) ? headers.get(name) : null;
		}

	};

	private static boolean isTakenByOpenTelemetry(String value) {
		Context context = W3CTraceContextPropagator.getInstance()
			.extract(Context.root(), Map.of("traceparent", value), GETTER);
		return Span.fromContext(context).getSpanContext().isValid();
	}

	@ParameterizedTest
	@ValueSource(strings = { "00-" + IDS + "-01", "00-" + IDS + "-00", "00-" + IDS + "-ff", "cc-" + IDS + "-01",
			"cc-" + IDS + "-01-what-comes", "cc-" + IDS + "-01-" })
	void shouldBelieveWhatFollowsTheRules(String value) {
		assertThat(TraceParentCheck.believe(value)).isSameAs(value);
		assertThat(isTakenByOpenTelemetry(value)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "00", "00-" + IDS, "00-" + IDS + "-", "00-" + IDS + "-1", "00-" + IDS + "-011",
			"00-" + IDS + "-01-", "00-" + IDS + "-01-x", "ff-" + IDS + "-01", "cc-" + IDS + "-01x", "0-" + IDS + "-001",
			"00-0AF7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
			"00-0af7651916cd43dd8448eb211c80319c-B7ad6b7169203331-01", "00-" + IDS + "-0A", "0A-" + IDS + "-01",
			"00-00000000000000000000000000000000-b7ad6b7169203331-01",
			"00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
			"00_0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
			"00-0af7651916cd43dd8448eb211c80319c_b7ad6b7169203331-01", "00-" + IDS + "_01",
			"00-0af7651916cd43dd8448eb211c80319g-b7ad6b7169203331-01", " 00-" + IDS + "-01", "00-" + IDS + "-01 " })
	void shouldBelieveNothingThatBreaksThem(String value) {
		assertThat(TraceParentCheck.believe(value)).isNull();
	}

	@Test
	void shouldCountWhatBreaksThem() {
		List<String> rejected = new ArrayList<>();
		IncomingHeaders headers = new IncomingHeaders(List.of(), List.of(), rejected::add);
		Map<String, String> wrong = Map.of("traceparent", "00-" + IDS + "-1", "uber-trace-id", "1:2:3");
		for (String name : List.of("traceparent", "uber-trace-id")) {
			HeaderRule rule = headers.rule(name);
			assertThat(rule).isNotNull();
			assertThat(rule.read(wrong, GETTER)).isNull();
		}
		assertThat(rejected).containsExactly("traceparent", "uber-trace-id");
	}

}
