package io.tracingstarter.cli.source.otlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.SpanEvent;
import io.tracingstarter.cli.model.SpanKind;
import io.tracingstarter.cli.model.SpanStatus;
import io.tracingstarter.cli.source.http.JsonElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OtlpSpansTests {

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	@ParameterizedTest
	@CsvSource({ TRACE + ",00f067aa0ba902b7,2,2",
			"S/kvNXezTaajzpKdDg5HNg==,APBnqgupArc=,SPAN_KIND_SERVER,STATUS_CODE_ERROR",
			"4BF92F3577B34DA6A3CE929D0E0E4736,00F067AA0BA902B7,server,error" })
	void shouldReadAllSpellings(String traceId, String spanId, String kind, String code) {
		Span span = read(
				"""
						{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"web"}},
						  {"key":"service.version","value":{"stringValue":"7"}},{"key":"telemetry.sdk.name","value":{"stringValue":"x"}}]},
						 "scopeSpans":[{"spans":[{"traceId":"%s","spanId":"%s","parentSpanId":"","name":"get","kind":"%s",
						  "startTimeUnixNano":"1700000000000000001","endTimeUnixNano":1700000000000000005,
						  "status":{"code":"%s","message":"bad"},
						  "attributes":[{"key":"s","value":{"stringValue":"text"}},{"key":"i","value":{"intValue":"42"}},
						    {"key":"n","value":{"intValue":42}},{"key":"d","value":{"doubleValue":1.5}},
						    {"key":"b","value":{"boolValue":true}},{"key":"e","value":{}},
						    {"key":"a","value":{"arrayValue":{"values":[{"stringValue":"x"},{"intValue":"1"}]}}},
						    {"key":"k","value":{"kvlistValue":{"values":[{"key":"y","value":{"boolValue":false}}]}}}],
						  "events":[{"name":"exception","timeUnixNano":"1700000000000000003",
						    "attributes":[{"key":"exception.type","value":{"stringValue":"E"}}]}]}]}]}
						"""
					.formatted(traceId, spanId, kind, code))
			.get(0);
		Map<String, String> attributes = span.attributes();
		assertThat(attributes).containsExactlyInAnyOrderEntriesOf(Map.of("s", "text", "i", "42", "n", "42", "d", "1.5",
				"b", "true", "e", "", "a", "[x, 1]", "k", "{y=false}", "service.version", "7"));
		assertThat(span).isEqualTo(new Span(TRACE, "00f067aa0ba902b7", null, "web", "get", SpanKind.SERVER,
				1700000000000000001L, 1700000000000000005L, SpanStatus.ERROR, "bad", attributes,
				List.of(new SpanEvent("exception", 1700000000000000003L, Map.of("exception.type", "E")))));
	}

	@Test
	void shouldFillUpShortTraceIds() {
		assertThat(OtlpId.trace("f067aa0ba902b7")).isEqualTo("000000000000000000f067aa0ba902b7");
		assertThat(OtlpId.trace("APBnqgupArc=")).isEqualTo("000000000000000000f067aa0ba902b7");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "7", "{\"scopeSpans\":7}", "{\"scopeSpans\":[{\"spans\":[{}]}]}",
			"{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"zz\",\"spanId\":\"1\"}]}]}",
			"{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"00000000000000000000000000000000\",\"spanId\":\"1\"}]}]}",
			"{\"scopeSpans\":[{\"spans\":[{\"traceId\":{},\"spanId\":[]}]}]}",
			"{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"%%%%%%%%%%%%%%%%%%%%%%==\",\"spanId\":\"1\"}]}]}" })
	void shouldLeaveOutWhatIsNoSpan(String json) {
		assertThat(read(json)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "\"99999999999999999999999\",9223372036854775807", "-5,0", "\"x\",0", "{},0", "null,0",
			"1.7e18,1700000000000000000" })
	void shouldBearAnyTime(String time, long nanos) {
		Span span = read("{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"1\",\"spanId\":\"2\",\"startTimeUnixNano\":"
				+ time + "}]}]}")
			.get(0);
		assertThat(span.startNanos()).isEqualTo(nanos);
		assertThat(span.endNanos()).isEqualTo(nanos);
	}

	@Test
	void shouldBearDeepValues() {
		String value = "{\"arrayValue\":{\"values\":[".repeat(50) + "{\"intValue\":1}" + "]}}".repeat(50);
		assertThat(
				read("{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"1\",\"spanId\":\"2\",\"attributes\":[{\"key\":\"k\","
						+ "\"value\":" + value + "}]}]}]}"))
			.hasSize(1);
	}

	private static List<Span> read(String json) {
		List<Span> spans = new ArrayList<>();
		OtlpSpans.read(JsonElements.MAPPER.readTree(json), spans::add);
		return spans;
	}

}
