package io.tracingstarter.masking;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.testing.SpanRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MaskingSpanProcessor}, with spans of the SDK.
 */
class MaskingSpanProcessorTests {

	private static final SpanContext LINKED = SpanContext.create("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331",
			TraceFlags.getSampled(), TraceState.getDefault());

	private final SpanRecorder recorder = new SpanRecorder();

	private final Tracer tracer = SdkTracerProvider.builder()
		.addSpanProcessor(new MaskingSpanProcessor(this.recorder, SecretMasker.of(List.of("ssn"), List.of(), true)))
		.build()
		.get("test");

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					http.url                          | http://ann:hunter2@host:80/a?b=hunter3   | http://****@host:80/a?****
					url.full                          | https://host/a?hunter2                   | https://host/a?****
					url.query                         | b=hunter2                                | ****
					http.target                       | a?b=hunter2                              | a?****
					uri                               | /orders?customer={customer}&b=hunter2    | /orders?****
					url.path                          | /a/b                                     | /a/b
					http.request.header.authorization | Basic hunter2                            | ****
					customer.ssn                      | 123                                      | ****
					note                              | sent password=hunter2 to /a?b=hunter3    | sent password=**** to /a?****
					db.query.text                     | select * from a where b = ? and c = ?    | select * from a where b = ? and c = ?
					correlation_id                    | 4111111111111111                         | 4111111111111111
					card                              | 4111111111111111                         | ****
					""")
	void shouldMaskAttribute(String key, String value, String expected) {
		SpanData span = end(this.tracer.spanBuilder("x").setAttribute(key, value).startSpan());
		assertThat(span.getAttributes().get(AttributeKey.stringKey(key))).isEqualTo(expected);
	}

	@Test
	void shouldMaskListsAndLeaveOtherTypes() {
		SpanData span = end(this.tracer.spanBuilder("x")
			.setAttribute(AttributeKey.stringArrayKey("urls"), List.of("/a?b=hunter2", "/c"))
			.setAttribute(AttributeKey.stringArrayKey("plain"), List.of("/a", "/c"))
			.setAttribute("number", 4111111111111111L)
			.setAttribute(AttributeKey.valueKey("complex"), Value.of(KeyValue.of("token", Value.of("hunter2"))))
			.setAttribute(AttributeKey.valueKey("harmless"), Value.of(KeyValue.of("x", Value.of("y"))))
			.startSpan());
		Map<String, Object> values = span.getAttributes()
			.asMap()
			.entrySet()
			.stream()
			.collect(Collectors.toMap((entry) -> entry.getKey().getKey(), Map.Entry::getValue));
		assertThat(values).containsEntry("urls", List.of("/a?****", "/c"))
			.containsEntry("plain", List.of("/a", "/c"))
			.containsEntry("number", 4111111111111111L)
			.containsEntry("harmless", Value.of(KeyValue.of("x", Value.of("y"))));
		assertThat(values.get("complex").toString()).contains("token").doesNotContain("hunter2");
	}

	@Test
	void shouldMaskNameStatusEventsAndLinks() {
		Span started = this.tracer.spanBuilder("GET /a?b=hunter2")
			.addLink(LINKED, Attributes.of(AttributeKey.stringKey("password"), "hunter2"))
			.startSpan();
		started.setStatus(StatusCode.ERROR, "GET http://ann:hunter2@host/a failed");
		started.addEvent("retry /a?b=hunter2", Attributes.of(AttributeKey.stringKey("token"), "hunter2"));
		started.recordException(new IllegalStateException("on GET \"http://host/a?b=hunter2\": refused",
				new IllegalArgumentException("token=hunter2")));
		SpanData span = end(started);
		assertThat(span.toString() + span.getEvents() + span.getLinks()).doesNotContain("hunter2");
		assertThat(span.getName()).isEqualTo("GET /a?****");
		assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
		assertThat(span.getStatus().getDescription()).isEqualTo("GET http://****@host/a failed");
		assertThat(span.getEvents()).hasSize(2);
		assertThat(span.getEvents().get(1).getAttributes().get(AttributeKey.stringKey("exception.message")))
			.isEqualTo("on GET \"http://host/a?****\": refused");
		assertThat(span.getEvents().get(1).getAttributes().get(AttributeKey.stringKey("exception.stacktrace")))
			.contains("Caused by: java.lang.IllegalArgumentException: token=****", "MaskingSpanProcessorTests");
		assertThat(span.getLinks().get(0).getSpanContext()).isEqualTo(LINKED);
		assertThat(span.getTotalRecordedEvents()).isEqualTo(2);
	}

	private SpanData end(Span span) {
		span.end();
		return this.recorder.spansOf(span.getSpanContext().getTraceId(), 1).get(0);
	}

}
