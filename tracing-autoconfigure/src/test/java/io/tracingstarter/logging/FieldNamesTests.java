package io.tracingstarter.logging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import net.logstash.logback.marker.Markers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static net.logstash.logback.argument.StructuredArguments.entries;
import static net.logstash.logback.argument.StructuredArguments.fields;
import static net.logstash.logback.argument.StructuredArguments.kv;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FieldNames} and what they do to log lines. Reading a line fails on
 * each name that is there twice.
 */
class FieldNamesTests {

	@Test
	void shouldPrefixNameWhenItIsReserved() {
		assertThat(new FieldNames(Set.of("level")).take("level", "kv.")).isEqualTo("kv.level");
	}

	@Test
	void shouldNumberNameWhenPrefixedNameIsTaken() {
		FieldNames names = new FieldNames(Set.of());
		assertThat(names.take("kv.a", "kv.")).isEqualTo("kv.a");
		assertThat(names.take("a", "kv.")).isEqualTo("a");
		assertThat(names.take("a", "kv.")).isEqualTo("kv.a.2");
		assertThat(names.take("a", "kv.")).isEqualTo("kv.a.3");
		assertThat(names.take("kv.a", "kv.")).isEqualTo("kv.kv.a");
	}

	@Test
	void shouldKeepBuiltInFieldsWhenApplicationUsesTheirNames() {
		JsonNode line = LogEventBuilder.event("real", kv("message", "from argument"))
			.mdc("traceId", "real-trace")
			.mdc("message", "from mdc")
			.pair("message", "from pair")
			.pair("traceId", "from pair")
			.pair("@timestamp", 1)
			.pair("stack_trace", "mine")
			.marker(Markers.append("level", "from marker"))
			.encode(LogEventBuilder.settings(LogLayout.LOGSTASH, Map.of("message", "fixed", "level", "fixed")));
		assertThat(line.get("message").asString()).isEqualTo("real");
		assertThat(line.get("level").asString()).isEqualTo("INFO");
		assertThat(line.get("traceId").asString()).isEqualTo("real-trace");
		assertThat(line.get("field.message").asString()).isEqualTo("fixed");
		assertThat(line.get("field.level").asString()).isEqualTo("fixed");
		assertThat(line.get("mdc.message").asString()).isEqualTo("from mdc");
		assertThat(line.get("kv.message").asString()).isEqualTo("from pair");
		assertThat(line.get("kv.traceId").asString()).isEqualTo("from pair");
		assertThat(line.get("kv.@timestamp").asInt()).isEqualTo(1);
		assertThat(line.get("kv.stack_trace").asString()).isEqualTo("mine");
		assertThat(line.get("arg.message").asString()).isEqualTo("from argument");
		assertThat(line.get("marker.level").asString()).isEqualTo("from marker");
	}

	@ParameterizedTest
	@EnumSource(LogLayout.class)
	void shouldWriteEachNameOnceWhenSourcesShareNames(LogLayout layout) {
		Map<String, String> fixed = Map.of("a", "0", "tags", "0", "trace.id", "0", "service.name", "0", "Body", "0");
		LogEventBuilder event = LogEventBuilder.event("x", kv("a", 1), kv("a", 2), entries(Map.of("a", 3)),
				fields(new Bean("4", "5")));
		for (String name : List.of("a", "tags", "traceId", "trace.id", "trace", "thread.name", "Body", "exception.type",
				"service", "mdc.a", "kv.a")) {
			event.mdc(name, "mdc").pair(name, "pair").pair(name, "again").marker(Markers.append(name, "marker"));
		}
		JsonNode line = event.encode(LogEventBuilder.settings(layout, fixed));
		assertThat(line.findValuesAsString("kv.a")).isNotEmpty();
	}

	@Test
	void shouldWriteEachNameOnceWhenNestedKeysShareNames() {
		Map<Object, Object> nested = new LinkedHashMap<>();
		nested.put(1, "number");
		nested.put("1", "text");
		JsonNode line = LogEventBuilder.event("x").pair("nested", nested).encode();
		assertThat(line.at("/nested/1").asString()).isEqualTo("number");
		assertThat(line.at("/nested/1.2").asString()).isEqualTo("text");
	}

	@Test
	void shouldNotTurnObjectIntoTextWhenNameIsParentOfEcsField() {
		JsonNode line = LogEventBuilder.event("x").pair("error", "mine").mdc("trace", "mine").encode(LogLayout.ECS);
		assertThat(line.get("kv.error").asString()).isEqualTo("mine");
		assertThat(line.get("mdc.trace").asString()).isEqualTo("mine");
	}

	@Test
	void shouldStayFastWhenOneNameIsUsedThousandsOfTimes() {
		LogEventBuilder event = LogEventBuilder.event("x");
		for (int i = 0; i < 20_000; i++) {
			event.pair("same", i);
		}
		assertThat(event.encode().size()).isGreaterThan(20_000);
	}

	public record Bean(String a, String message) {

	}

}
