package io.tracingstarter.propagation;

import java.util.HashMap;
import java.util.Map;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JaegerPropagator}.
 */
class JaegerPropagatorTests {

	private static final TextMapGetter<Map<String, String>> GETTER = new TextMapGetter<>() {

		@Override
		public Iterable<String> keys(Map<String, String> carrier) {
			return carrier.keySet();
		}

		@Override
		public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
			return (carrier != null) ? carrier.get(key) : null;
		}

	};

	private final JaegerPropagator propagator = new JaegerPropagator();

	@ParameterizedTest
	@CsvSource({
			"0af7651916cd43dd8448eb211c80319c:b7ad6b7169203331:0:1, 0af7651916cd43dd8448eb211c80319c, b7ad6b7169203331, true",
			"AF7651916CD43DD8448EB211C80319C:b7ad6b7169203331:1:0, 0af7651916cd43dd8448eb211c80319c, b7ad6b7169203331, false",
			"8448eb211c80319c:331:0:3, 00000000000000008448eb211c80319c, 0000000000000331, true",
			"8448eb211c80319c:331:0:02, 00000000000000008448eb211c80319c, 0000000000000331, true",
			"1%3A2%3a0%3A01, 00000000000000000000000000000001, 0000000000000002, true" })
	void shouldReadHeader(String header, String traceId, String spanId, boolean sampled) {
		SpanContext span = extract(header);
		assertThat(span.getTraceId()).isEqualTo(traceId);
		assertThat(span.getSpanId()).isEqualTo(spanId);
		assertThat(span.isSampled()).isEqualTo(sampled);
		assertThat(span.isRemote()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ":", ":::", "0:1:0:1", "1:0:0:1", "1:2:0", "1:2:0:1:1", "1:2:0:", "1:2:0:g",
			"1:2:0:100", "xyz:2:0:1", "1:12345678901234567:0:1", "123456789012345678901234567890123:1:0:1", "1:2:0:-1",
			"1:-2:0:1", "١:2:0:1" })
	void shouldIgnoreHeaderThatBreaksRules(String header) {
		assertThat(extract(header).isValid()).isFalse();
		assertThat(extract(header + "0".repeat(1000)).isValid()).isFalse();
	}

	@Test
	void shouldReadBackWhatItWrites() {
		Map<String, String> headers = new HashMap<>();
		Context context = Context.root()
			.with(Span.wrap(extract("0af7651916cd43dd8448eb211c80319c:b7ad6b7169203331:0:1")));
		this.propagator.inject(context, headers, Map::put);
		assertThat(headers)
			.containsExactly(Map.entry("uber-trace-id", "0af7651916cd43dd8448eb211c80319c:b7ad6b7169203331:0:1"));
	}

	@Test
	void shouldWriteNothingWithoutSpan() {
		Map<String, String> headers = new HashMap<>();
		this.propagator.inject(Context.root(), headers, Map::put);
		assertThat(headers).isEmpty();
	}

	private SpanContext extract(String header) {
		Context context = this.propagator.extract(Context.root(), Map.of("uber-trace-id", header), GETTER);
		return Span.fromContext(context).getSpanContext();
	}

}
