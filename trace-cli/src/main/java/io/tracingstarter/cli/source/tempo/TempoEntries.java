package io.tracingstarter.cli.source.tempo;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.source.http.JsonElements;
import io.tracingstarter.cli.source.otlp.OtlpSpans;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the spans that a search names, which are OpenTelemetry's in other words.
 */
final class TempoEntries {

	private static final String SERVICE_NAME = "service.name";

	private TempoEntries() {
	}

	/**
	 * Reads the spans of one found trace.
	 * @param trace the element of {@code traces}; hostile
	 * @param spans takes each span; null for one without valid ids
	 */
	static void read(JsonNode trace, Consumer<@Nullable Span> spans) {
		JsonNode sets = trace.has("spanSets") ? trace.path("spanSets") : trace.path("spanSet");
		for (JsonNode set : sets.isArray() ? sets : JsonElements.MAPPER.createArrayNode().add(sets)) {
			for (JsonNode span : set.path("spans")) {
				spans.accept(span(trace, span));
			}
		}
	}

	private static @Nullable Span span(JsonNode trace, JsonNode span) {
		ObjectNode otlp = JsonElements.MAPPER.createObjectNode();
		String service = trace.path("rootServiceName").asString("");
		for (JsonNode attribute : span.path("attributes")) {
			String text = attribute.path("value").path("stringValue").asString("");
			switch (attribute.path("key").asString("")) {
				case SERVICE_NAME, "resource.service.name" -> service = text;
				case "status" -> otlp.putObject("status").put("code", text);
				case "kind" -> otlp.put("kind", text);
				case "name" -> otlp.put("name", text);
				case Span.CORRELATION_ID,
						"span." + Span.CORRELATION_ID ->
					otlp.putArray("attributes")
						.addObject()
						.put("key", Span.CORRELATION_ID)
						.putObject("value")
						.put("stringValue", text);
				default -> {
				}
			}
		}
		otlp.put("traceId", trace.path("traceID").asString(""));
		otlp.put("spanId", span.path("spanID").asString(""));
		for (String name : List.of(span.path("name").asString(""), trace.path("rootTraceName").asString(""))) {
			if (otlp.path("name").asString("").isEmpty()) {
				otlp.put("name", name);
			}
		}
		long start = span.path("startTimeUnixNano").asLong(0);
		otlp.put("startTimeUnixNano", start);
		otlp.put("endTimeUnixNano", start + Math.min(span.path("durationNanos").asLong(0), Long.MAX_VALUE - start));
		return OtlpSpans.span(otlp, Map.of(SERVICE_NAME, service));
	}

}
