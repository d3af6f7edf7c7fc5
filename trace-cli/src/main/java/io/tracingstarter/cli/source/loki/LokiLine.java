package io.tracingstarter.cli.source.loki;

import java.util.LinkedHashMap;
import java.util.Map;

import io.tracingstarter.cli.source.http.JsonElements;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what Loki keeps beside a line into it, so that it reads like any other
 * structured line.
 */
final class LokiLine {

	private static final Map<String, String> NAMES = Map.of("trace_id", "traceId", "traceID", "traceId", "traceId",
			"traceId", "span_id", "spanId", "spanID", "spanId", "spanId", "spanId", "correlation_id", "correlationId",
			"correlationId", "correlationId", "severity_text", "level");

	private LokiLine() {
	}

	/**
	 * Returns the line as it is where nothing beside it says more.
	 */
	static String text(String line, Map<String, String> labels) {
		Map<String, String> more = new LinkedHashMap<>();
		NAMES.forEach((label, field) -> {
			String value = labels.get(label);
			if (value != null && !value.isEmpty()) {
				more.put(field, value);
			}
		});
		boolean ids = more.containsKey("traceId") || more.containsKey("correlationId");
		if (!ids) {
			return line;
		}
		for (String level : new String[] { "level", "detected_level" }) {
			String value = labels.get(level);
			if (value != null && !value.isEmpty()) {
				more.putIfAbsent("level", value);
			}
		}
		ObjectNode fields = object(line);
		more.forEach((field, value) -> {
			if (!fields.has(field)) {
				fields.put(field, value);
			}
		});
		return fields.toString();
	}

	private static ObjectNode object(String line) {
		if (line.startsWith("{")) {
			try {
				JsonNode parsed = JsonElements.MAPPER.readTree(line);
				if (parsed instanceof ObjectNode object) {
					return object;
				}
			}
			catch (JacksonException ex) {
				// a line that only looks like JSON
			}
		}
		return JsonElements.MAPPER.createObjectNode().put("message", line);
	}

}
