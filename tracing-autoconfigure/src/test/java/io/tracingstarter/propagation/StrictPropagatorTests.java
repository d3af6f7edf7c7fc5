package io.tracingstarter.propagation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.opentelemetry.extension.trace.propagation.B3Propagator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StrictPropagator}.
 */
class StrictPropagatorTests {

	private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

	private static final String SPAN = "b7ad6b7169203331";

	private static final String TRACEPARENT = "00-" + TRACE + "-" + SPAN + "-01";

	private static final TextMapGetter<Map<String, List<String>>> GETTER = new TextMapGetter<>() {

		@Override
		public Iterable<String> keys(Map<String, List<String>> headers) {
			return headers.keySet();
		}

		@Override
		public @Nullable String get(@Nullable Map<String, List<String>> headers, String name) {
			return headers.containsKey(name) ? headers.get(name).get(0) : null;
		}

		@Override
		public Iterator<String> getAll(@Nullable Map<String, List<String>> headers, String name) {
			return headers.getOrDefault(name, List.of()).iterator();
		}

	};

	private final List<String> rejected = new ArrayList<>();

	private final StrictPropagator propagator = propagator(List.of("tenant"), List.of());

	private StrictPropagator propagator(List<String> keys, List<String> fields) {
		return new StrictPropagator(
				TextMapPropagator.composite(B3Propagator.injectingSingleHeader(),
						W3CTraceContextPropagator.getInstance(), W3CBaggagePropagator.getInstance()),
				new IncomingHeaders(keys, fields, this.rejected::add));
	}

	@Test
	void shouldIgnoreRepeatedTraceparent() {
		assertThat(span(Map.of("traceparent", List.of(TRACEPARENT))).getTraceId()).isEqualTo(TRACE);
		assertThat(this.rejected).isEmpty();
		assertThat(span(Map.of("traceparent", List.of(TRACEPARENT, TRACEPARENT))).isValid()).isFalse();
		assertThat(this.rejected).containsExactly("traceparent");
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "-0", "-d", "-1-0000000000000001", "" })
	void shouldReadB3(String rest) {
		assertThat(span(Map.of("b3", List.of(TRACE + "-" + SPAN + rest))).getTraceId()).isEqualTo(TRACE);
		assertThat(this.rejected).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "-", "-1-", "-x", "-1-1", "-1-ABCDEF0123456789", "-true", "--0000000000000001", "1" })
	void shouldIgnoreB3ThatBreaksRules(String rest) {
		assertThat(span(Map.of("b3", List.of(TRACE + "-" + SPAN + rest))).isValid()).isFalse();
		assertThat(this.rejected).containsExactly("b3");
	}

	@Test
	void shouldJoinPartsOfTracestate() {
		SpanContext span = span(Map.of("traceparent", List.of(TRACEPARENT), "tracestate", List.of("a=1", "b=2")));
		assertThat(span.getTraceState().asMap()).containsOnly(Map.entry("a", "1"), Map.entry("b", "2"));
	}

	@Test
	void shouldShortenTracestateByLongMembersFirst() {
		String members = "first=1,long=" + "x".repeat(200) + ","
				+ IntStream.range(0, 25)
					.mapToObj((i) -> "key" + i + "=" + "v".repeat(14))
					.collect(Collectors.joining(","));
		SpanContext span = span(Map.of("traceparent", List.of(TRACEPARENT), "tracestate", List.of(members)));
		assertThat(span.getTraceState().get("first")).isEqualTo("1");
		assertThat(span.getTraceState().get("long")).isNull();
		assertThat(span.getTraceState().get("key0")).isNotNull();
		assertThat(span.getTraceState().get("key24")).isNull();
		Map<String, String> onward = inject(Context.root().with(Span.wrap(span)));
		assertThat(onward.get("tracestate")).hasSizeBetween(480, 512);
	}

	@Test
	void shouldRefuseTracestateOfMoreMembersThanAllowed() {
		String members = IntStream.range(0, 33)
			.mapToObj((i) -> "key" + i + "=" + "v".repeat(14))
			.collect(Collectors.joining(","));
		SpanContext span = span(Map.of("traceparent", List.of(TRACEPARENT), "tracestate", List.of(members)));
		assertThat(span.getTraceId()).isEqualTo(TRACE);
		assertThat(span.getTraceState().isEmpty()).isTrue();
		assertThat(this.rejected).containsExactly("tracestate");
	}

	@Test
	void shouldDropBaggageThatNobodyAskedFor() {
		Context context = extract(Map.of("baggage", List.of("user=jane,tenant=acme;ttl=1,other=x", "Tenant=b")));
		assertThat(Baggage.fromContext(context).asMap().keySet()).containsExactlyInAnyOrder("tenant", "Tenant");
		assertThat(inject(context).get("baggage").split(",")).containsExactlyInAnyOrder("tenant=acme;ttl%3D1",
				"Tenant=b");
		assertThat(this.rejected).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "tenant=a b", "tenant=%0d%0aX", "tenant=%zz", "tenant=%4", "tenant=%ff",
			"tenant=\u00e9", "tenant=a\\b", "tenant=a;", "ten ant=a", "tenant", "tenant=%E2%80%A8", "tenant=%C2%9B" })
	void shouldDropBaggageThatBreaksRules(String entry) {
		Context context = extract(Map.of("baggage", List.of(entry + ",tenant=right")));
		assertThat(Baggage.fromContext(context).asMap()).hasSize(1);
		assertThat(Baggage.fromContext(context).getEntryValue("tenant")).isEqualTo("right");
	}

	@Test
	void shouldTakeOverAllBaggageWithinLimitsWhenAsked() {
		String entries = IntStream.range(0, 100).mapToObj((i) -> "key" + i + "=v").collect(Collectors.joining(","));
		Context context = propagator(List.of("*"), List.of()).extract(Context.root(),
				Map.of("baggage", List.of("big=" + "v".repeat(8187) + "," + entries, entries)), GETTER);
		assertThat(Baggage.fromContext(context).size()).isEqualTo(1);
		context = propagator(List.of("*"), List.of()).extract(Context.root(), Map.of("baggage", List.of(entries)),
				GETTER);
		assertThat(Baggage.fromContext(context).size()).isEqualTo(64);
	}

	@Test
	void shouldReadOtherFormatBesideBaggage() {
		Context context = extract(Map.of("baggage", List.of("tenant=acme"), "b3", List.of(TRACE + "-" + SPAN + "-1")));
		assertThat(Span.fromContext(context).getSpanContext().getTraceId()).isEqualTo(TRACE);
		assertThat(Baggage.fromContext(context).getEntryValue("tenant")).isEqualTo("acme");
	}

	@ParameterizedTest
	@ValueSource(strings = { "baggage", "traceparent", "b3" })
	void shouldIgnoreHeaderThatIsNoText(String header) {
		Context context = this.propagator.extract(Context.root(), Map.of(header, List.of("text")),
				new TextMapGetter<>() {

					@Override
					public Iterable<String> keys(Map<String, List<String>> carrier) {
						return carrier.keySet();
					}

					@Override
					public @Nullable String get(@Nullable Map<String, List<String>> carrier, String name) {
						if (name.equals(header)) {
							throw new ClassCastException("a number");
						}
						return null;
					}

				});
		assertThat(context).isSameAs(Context.root());
	}

	@Test
	void shouldWriteNoFieldThatCannotStandInHeader() {
		StrictPropagator fields = new StrictPropagator(new FieldWriter("line\nbreak"),
				new IncomingHeaders(List.of(), List.of("tenant"), this.rejected::add));
		Map<String, String> onward = new HashMap<>();
		fields.inject(Context.root(), onward, Map::put);
		assertThat(onward).isEmpty();
	}

	private SpanContext span(Map<String, List<String>> headers) {
		return Span.fromContext(extract(headers)).getSpanContext();
	}

	private Context extract(Map<String, List<String>> headers) {
		return this.propagator.extract(Context.root(), headers, GETTER);
	}

	private Map<String, String> inject(Context context) {
		Map<String, String> onward = new HashMap<>();
		this.propagator.inject(context, onward, Map::put);
		return onward;
	}

	private record FieldWriter(String value) implements TextMapPropagator {

		@Override
		public List<String> fields() {
			return Collections.singletonList("tenant");
		}

		@Override
		public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
			setter.set(carrier, "tenant", this.value);
		}

		@Override
		public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
			return context;
		}

	}

}
