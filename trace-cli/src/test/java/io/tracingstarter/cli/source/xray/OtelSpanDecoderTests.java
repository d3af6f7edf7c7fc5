package io.tracingstarter.cli.source.xray;

import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.SpanKind;
import io.tracingstarter.cli.model.SpanStatus;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/**
 * Tests for {@link OtelSpanDecoder}.
 */
class OtelSpanDecoderTests {

	@Test
	void shouldReadASpanOfTheSpanLogGroup() {
		Span span = OtelSpanDecoder.decode("""
				{"resource":{"attributes":{"service.name":"like-service","service.version":"3"}},
				 "scope":{"name":"x"},"traceId":"4bf92f3577b34da6a3ce929d0e0e4736","spanId":"00f067aa0ba902b7",
				 "parentSpanId":"1000000000000001","flags":257,"name":"POST /likes","kind":"SERVER",
				 "startTimeUnixNano":1795168800123456789,"endTimeUnixNano":1795168800223456789,
				 "durationNano":100000000,"attributes":{"correlation_id":"order-1","http.response.status_code":500},
				 "events":[{"timeUnixNano":1795168800200000000,"name":"exception",
				            "attributes":{"exception.type":"T"}}],
				 "status":{"code":"ERROR","message":"broken"}}""").orElseThrow();
		assertThat(span.service()).isEqualTo("like-service");
		assertThat(span.name()).isEqualTo("POST /likes");
		assertThat(span.kind()).isEqualTo(SpanKind.SERVER);
		assertThat(span.parentSpanId()).isEqualTo("1000000000000001");
		assertThat(span.startNanos()).isEqualTo(1795168800123456789L);
		assertThat(span.durationNanos()).isEqualTo(100_000_000);
		assertThat(span.status()).isEqualTo(SpanStatus.ERROR);
		assertThat(span.statusMessage()).isEqualTo("broken");
		assertThat(span.attributes()).containsExactly(entry("correlation_id", "order-1"),
				entry("http.response.status_code", "500"), entry("service.version", "3"));
		assertThat(span.events()).singleElement()
			.satisfies((event) -> assertThat(event.nanos()).isEqualTo(1795168800200000000L));
	}

	@Test
	void shouldReadTheFormsOfOtlp() {
		Span span = OtelSpanDecoder.decode("""
				{"traceId":"1-4bf92f35-77b34da6a3ce929d0e0e4736","spanId":"00F067AA0BA902B7","parentSpanId":"",
				 "kind":3,"startTimeUnixNano":"1795168800123456789","durationNano":5,
				 "attributes":[{"key":"a","value":{"stringValue":"b"}},{"key":"n","value":{"intValue":"7"}}],
				 "status":{"code":"STATUS_CODE_OK"}}""").orElseThrow();
		assertThat(span.traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
		assertThat(span.spanId()).isEqualTo("00f067aa0ba902b7");
		assertThat(span.parentSpanId()).isNull();
		assertThat(span.kind()).isEqualTo(SpanKind.CLIENT);
		assertThat(span.durationNanos()).isEqualTo(5);
		assertThat(span.status()).isEqualTo(SpanStatus.OK);
		assertThat(span.attributes()).containsExactly(entry("a", "b"), entry("n", "7"));
	}

	@Test
	void shouldNotReadWhatIsNoSpan() {
		assertThat(OtelSpanDecoder.decode(null)).isEmpty();
		assertThat(OtelSpanDecoder.decode("no")).isEmpty();
		assertThat(OtelSpanDecoder.decode("{}")).isEmpty();
		assertThat(OtelSpanDecoder.decode(
				"{\"traceId\":\"4bf92f3577b34da6a3ce929d0e0e4736\",\"spanId\":\"00f067aa0ba902b7\",\"startTimeUnixNano\":-1}"))
			.isEmpty();
	}

}
