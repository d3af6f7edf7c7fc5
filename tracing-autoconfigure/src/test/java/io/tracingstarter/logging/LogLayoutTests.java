package io.tracingstarter.logging;

import java.util.List;
import java.util.Map;

import io.tracingstarter.masking.SecretMasker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MarkerFactory;
import tools.jackson.databind.JsonNode;

import static net.logstash.logback.argument.StructuredArguments.kv;
import static net.logstash.logback.marker.Markers.append;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the {@link LogLayout}s.
 */
class LogLayoutTests {

	private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

	private static final String SPAN_ID = "b7ad6b7169203331";

	@Test
	void shouldWriteLogstashNamesWhenLayoutIsLogstash() {
		JsonNode line = line(LogLayout.LOGSTASH);
		assertThat(line.propertyNames()).containsExactly("@timestamp", "level", "logger", "thread", "message",
				"service", "version", "environment", "team", "traceId", "spanId", "correlationId", "user", "attempt",
				"order", "kind", "shard", "tags", "throwable_class", "throwable_message", "throwable_root_cause_class",
				"throwable_root_cause_message", "stack_trace");
		assertThat(line.get("@timestamp").asString()).isEqualTo("2026-11-20T10:15:30.123456Z");
		assertThat(line.get("level").asString()).isEqualTo("INFO");
		assertThat(line.get("logger").asString()).isEqualTo("com.example.Orders");
		assertThat(line.get("thread").asString()).isEqualTo("worker-1");
		assertThat(line.get("message").asString()).isEqualTo("order kind=gift placed");
		assertThat(line.get("traceId").asString()).isEqualTo(TRACE_ID);
		assertThat(line.get("spanId").asString()).isEqualTo(SPAN_ID);
		assertThat(line.get("correlationId").asString()).isEqualTo("c-1");
		assertThat(line.get("throwable_root_cause_message").asString()).isEqualTo("no stock");
		assertAttached(line);
	}

	@Test
	void shouldWriteDottedNamesWhenLayoutIsEcs() {
		JsonNode line = line(LogLayout.ECS);
		assertThat(line.propertyNames()).containsExactly("@timestamp", "log.level", "log.logger", "process.thread.name",
				"message", "service.name", "service.version", "service.environment", "team", "trace.id", "span.id",
				"labels.correlation_id", "user", "attempt", "order", "kind", "shard", "tags", "error.type",
				"error.message", "error.stack_trace", "ecs.version");
		assertThat(line.get("trace.id").asString()).isEqualTo(TRACE_ID);
		assertThat(line.get("labels.correlation_id").asString()).isEqualTo("c-1");
		assertThat(line.get("error.type").asString()).isEqualTo("java.lang.IllegalStateException");
		assertAttached(line);
	}

	@Test
	void shouldWriteLogDataModelWhenLayoutIsOtel() {
		JsonNode line = line(LogLayout.OTEL);
		assertThat(line.propertyNames()).containsExactly("Timestamp", "SeverityText", "SeverityNumber", "Body",
				"TraceId", "SpanId", "Resource", "InstrumentationScope", "Attributes");
		assertThat(line.get("Timestamp").asString()).isEqualTo("1795169730123456789");
		assertThat(line.get("SeverityNumber").asInt()).isEqualTo(9);
		assertThat(line.get("TraceId").asString()).isEqualTo(TRACE_ID);
		assertThat(line.at("/Resource/service.name").asString()).isEqualTo("orders");
		assertThat(line.at("/Resource/deployment.environment.name").asString()).isEqualTo("test");
		assertThat(line.at("/Resource/team").asString()).isEqualTo("checkout");
		assertThat(line.at("/InstrumentationScope/name").asString()).isEqualTo("com.example.Orders");
		JsonNode attributes = line.get("Attributes");
		assertThat(attributes.propertyNames()).containsExactly("correlation_id", "thread.name", "user", "attempt",
				"order", "kind", "shard", "tags", "exception.type", "exception.message", "exception.stacktrace");
		assertThat(attributes.get("correlation_id").asString()).isEqualTo("c-1");
		assertAttached(attributes);
	}

	@ParameterizedTest
	@EnumSource(LogLayout.class)
	void shouldLeaveOutFieldsWhenTheyAreAbsent(LogLayout layout) {
		JsonLogSettings settings = new JsonLogSettings(layout, new JsonLogSettings.Service(null, "", null), Map.of(),
				100, SecretMasker.none(), false);
		JsonNode line = LogEventBuilder.event(null).mdc("traceId", "").mdc("a", null).pair("b", null).encode(settings);
		List<String> names = switch (layout) {
			case LOGSTASH -> List.of("@timestamp", "level", "logger", "thread");
			case ECS -> List.of("@timestamp", "log.level", "log.logger", "process.thread.name", "ecs.version");
			case OTEL -> List.of("Timestamp", "SeverityText", "SeverityNumber", "InstrumentationScope", "Attributes");
		};
		assertThat(line.propertyNames()).containsExactlyElementsOf(names);
	}

	@ParameterizedTest
	@CsvSource({ "LOGSTASH, ''", "ECS, ''", "OTEL, /Attributes" })
	void shouldWriteTraceIdInFormOfXRayWhenAsked(LogLayout layout, String object) {
		JsonLogSettings settings = LogEventBuilder.settings(layout, Map.of(), true);
		JsonNode line = LogEventBuilder.event("hi")
			.mdc("traceId", TRACE_ID)
			.mdc("xrayTraceId", "mine")
			.encode(settings);
		assertThat(line.at(object).get("xrayTraceId").asString()).isEqualTo("1-0af76519-16cd43dd8448eb211c80319c");
		assertThat(line.at(object).get("mdc.xrayTraceId").asString()).isEqualTo("mine");
		assertThat(LogEventBuilder.event("hi").mdc("traceId", TRACE_ID).encode(layout).at(object).has("xrayTraceId"))
			.isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1", "0AF7651916CD43DD8448EB211C80319C", "0af7651916cd43dd8448eb211c80319c0",
			"0af7651916cd43dd8448eb211c80319\"", "0af7651916cd43dd8448eb211c80319\n" })
	void shouldWriteNoFormOfXRayForWhatIsNoTraceId(String id) {
		JsonNode line = LogEventBuilder.event("hi")
			.mdc("traceId", id)
			.encode(LogEventBuilder.settings(LogLayout.LOGSTASH, Map.of(), true));
		assertThat(line.has("xrayTraceId")).isFalse();
		assertThat(line.get("message").asString()).isEqualTo("hi");
	}

	private static void assertAttached(JsonNode fields) {
		assertThat(fields.get("user").asString()).isEqualTo("ann");
		assertThat(fields.get("attempt").isInt()).isTrue();
		assertThat(fields.at("/order/items/1").asInt()).isEqualTo(2);
		assertThat(fields.get("kind").asString()).isEqualTo("gift");
		assertThat(fields.get("shard").asInt()).isEqualTo(7);
		assertThat(fields.get("tags").toString()).isEqualTo("[\"AUDIT\"]");
	}

	private static JsonNode line(LogLayout layout) {
		Exception failure = new IllegalStateException("not placed", new IllegalArgumentException("no stock"));
		return LogEventBuilder.event("com.example.Orders", failure, "order {} placed", kv("kind", "gift"))
			.mdc("traceId", TRACE_ID)
			.mdc("spanId", SPAN_ID)
			.mdc("correlationId", "c-1")
			.mdc("user", "ann")
			.pair("attempt", 3)
			.pair("order", Map.of("items", List.of(1, 2)))
			.marker(append("shard", 7))
			.marker(MarkerFactory.getMarker("AUDIT"))
			.marker(MarkerFactory.getMarker("COMMONS-LOGGING"))
			.encode(LogEventBuilder.settings(layout, Map.of("team", "checkout")));
	}

}
