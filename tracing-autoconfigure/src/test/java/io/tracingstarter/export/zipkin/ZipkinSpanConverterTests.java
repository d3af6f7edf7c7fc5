package io.tracingstarter.export.zipkin;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.tracingstarter.export.TestSpans;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import zipkin2.Annotation;
import zipkin2.Span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link ZipkinSpanConverter}.
 */
class ZipkinSpanConverterTests {

	private static final long START_MICROS = TestSpans.START / 1000;

	private static Span convert(TestSpanData.Builder span) {
		return new ZipkinSpanConverter().convert(span.build());
	}

	private static EventData exception(String type, @Nullable String message) {
		return EventData.create(TestSpans.START + 5_000, "exception",
				Attributes.of(AttributeKey.stringKey("exception.type"), type,
						AttributeKey.stringKey("exception.message"), message,
						AttributeKey.stringKey("exception.stacktrace"), type + "\n\tat A.b"));
	}

	@Test
	void shouldMapIdsTimesAndServiceWhenConverting() {
		Span span = convert(TestSpans.data()
			.setParentSpanContext(TestSpans.context(TestSpans.TRACE_ID, TestSpans.PARENT_ID))
			.setResource(Resource.create(Attributes.builder()
				.put("service.name", "mysfits-web")
				.put("service.version", "1.2")
				.put("service.namespace", "shop")
				.build())));
		assertThat(span.traceId()).isEqualTo(TestSpans.TRACE_ID);
		assertThat(span.id()).isEqualTo(TestSpans.SPAN_ID);
		assertThat(span.parentId()).isEqualTo(TestSpans.PARENT_ID);
		assertThat(span.shared()).isNull();
		assertThat(span.name()).isEqualTo("get /mysfits");
		assertThat(span.timestamp()).isEqualTo(START_MICROS);
		assertThat(span.duration()).isEqualTo(12_345);
		assertThat(span.localServiceName()).isEqualTo("mysfits-web");
		assertThat(span.annotations()).isEmpty();
		assertThat(span.tags()).isEqualTo(Map.of("service.version", "1.2", "service.namespace", "shop"));
	}

	@Test
	void shouldHaveNoParentWhenRoot() {
		assertThat(convert(TestSpans.data()).parentId()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "0, 1", "999, 1", "1000, 1", "1999, 1", "2000, 2" })
	void shouldLastAtLeastOneMicrosecond(long nanos, long micros) {
		assertThat(convert(TestSpans.data().setEndEpochNanos(TestSpans.START + nanos)).duration()).isEqualTo(micros);
	}

	@Test
	void shouldNameUnknownServiceWhenResourceHasNone() {
		assertThat(convert(TestSpans.data().setResource(Resource.empty())).localServiceName())
			.startsWith("unknown_service");
	}

	@ParameterizedTest
	@EnumSource(SpanKind.class)
	void shouldMapKind(SpanKind kind) {
		Span.Kind expected = (kind == SpanKind.INTERNAL) ? null : Span.Kind.valueOf(kind.name());
		assertThat(convert(TestSpans.data().setKind(kind)).kind()).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "SERVER, true", "CLIENT," })
	void shouldShareIdWhenServerContinuesSpanOfItsCaller(SpanKind kind, @Nullable Boolean shared) {
		Span span = convert(TestSpans.data()
			.setKind(kind)
			.setParentSpanContext(TestSpans.context(TestSpans.TRACE_ID, TestSpans.SPAN_ID)));
		assertThat(span.shared()).isEqualTo(shared);
		assertThat(span.parentId()).isNull();
	}

	@ParameterizedTest
	@MethodSource("statuses")
	void shouldMapStatus(StatusData status, List<EventData> events, Attributes attributes,
			Map<String, String> expected) {
		Map<String, String> tags = convert(
				TestSpans.data().setStatus(status).setEvents(events).setAttributes(attributes))
			.tags();
		assertThat(tags).containsAllEntriesOf(expected);
		assertThat(tags.containsKey("error")).isEqualTo(expected.containsKey("error"));
		assertThat(tags.containsKey("otel.status_code")).isEqualTo(expected.containsKey("otel.status_code"));
	}

	static Stream<Arguments> statuses() {
		Attributes none = Attributes.empty();
		StatusData error = StatusData.error();
		return Stream.of(arguments(StatusData.unset(), List.of(), none, Map.of()),
				arguments(StatusData.ok(), List.of(), none, Map.of("otel.status_code", "OK")),
				arguments(error, List.of(), none, Map.of("otel.status_code", "ERROR", "error", "true")),
				arguments(StatusData.create(error.getStatusCode(), "boom"), List.of(exception("E", "other")), none,
						Map.of("otel.status_code", "ERROR", "error", "boom")),
				arguments(error, List.of(exception("java.io.IOException", "broken pipe")), none,
						Map.of("error", "java.io.IOException: broken pipe", "otel.status_code", "ERROR",
								"exception.stacktrace", "java.io.IOException\n\tat A.b")),
				arguments(error, List.of(exception("E", null)), none,
						Map.of("error", "E", "otel.status_code", "ERROR")),
				arguments(StatusData.ok(), List.of(exception("E", "x")),
						Attributes.of(AttributeKey.stringKey("error"), "x"), Map.of("otel.status_code", "OK")),
				arguments(StatusData.unset(), List.of(), Attributes.of(AttributeKey.booleanKey("error"), false),
						Map.of()));
	}

	@Test
	void shouldWriteAttributesAsTagsWhenOfAnyType() {
		Attributes attributes = Attributes.builder()
			.put("s", "text")
			.put("b", true)
			.put("l", 5)
			.put("d", 0.25)
			.put("list", "a", "b")
			.build();
		assertThat(convert(TestSpans.data().setAttributes(attributes)).tags())
			.isEqualTo(Map.of("s", "text", "b", "true", "l", "5", "d", "0.25", "list", "[\"a\",\"b\"]"));
	}

	@Test
	void shouldWriteEventsAsAnnotations() {
		List<EventData> events = List.of(EventData.create(TestSpans.START + 1_000, "cache.miss", Attributes.empty()),
				EventData.create(TestSpans.START + 2_000, "retry", Attributes.builder().put("n", 2).build()),
				exception("java.io.IOException", "broken pipe"));
		assertThat(convert(TestSpans.data().setEvents(events)).annotations()).containsExactly(
				Annotation.create(START_MICROS + 1, "cache.miss"),
				Annotation.create(START_MICROS + 2, "\"retry\": {\"n\":2}"),
				Annotation.create(START_MICROS + 5, "exception: java.io.IOException: broken pipe"));
	}

	@Test
	void shouldTellWhatZipkinHasNoFieldFor() {
		SpanContext context = SpanContext.create(TestSpans.TRACE_ID, TestSpans.SPAN_ID, TraceFlags.getSampled(),
				TraceState.builder().put("a", "1").build());
		Span span = convert(TestSpans.data()
			.setSpanContext(context)
			.setInstrumentationScopeInfo(InstrumentationScopeInfo.builder("my.library").setVersion("3").build())
			.setLinks(List.of(LinkData.create(TestSpans.context(TestSpans.TRACE_ID, TestSpans.PARENT_ID))))
			.setTotalAttributeCount(2)
			.setTotalRecordedEvents(3)
			.setTotalRecordedLinks(5));
		assertThat(span.tags()).isEqualTo(Map.of("otel.scope.name", "my.library", "otel.scope.version", "3",
				"otel.links", TestSpans.TRACE_ID + "-" + TestSpans.PARENT_ID, "otel.dropped_attributes_count", "2",
				"otel.dropped_events_count", "3", "otel.dropped_links_count", "4", "w3c.tracestate", "a=1"));
	}

}
