package io.tracingstarter.cli.source.jaeger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.SpanEvent;
import io.tracingstarter.cli.model.SpanKind;
import io.tracingstarter.cli.model.SpanStatus;
import io.tracingstarter.cli.source.otlp.OtlpId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads traces of the JSON that Jaeger's own pages use, in both of its generations.
 */
final class JaegerV1Spans {

	private static final long MOST_MICROS = Long.MAX_VALUE / 1000;

	private JaegerV1Spans() {
	}

	/**
	 * Reads one trace.
	 * @param trace an element of {@code data}; hostile
	 * @param spans takes each span; null for one without valid ids
	 */
	static void read(JsonNode trace, Consumer<@Nullable Span> spans) {
		JsonNode processes = trace.path("processes");
		for (JsonNode span : trace.path("spans")) {
			JsonNode process = span.has("process") ? span.path("process")
					: processes.path(span.path("processID").asString(""));
			spans.accept(span(span, process));
		}
	}

	private static @Nullable Span span(JsonNode span, JsonNode process) {
		String traceId = OtlpId.trace(span.path("traceID").asString(null));
		String spanId = OtlpId.span(span.path("spanID").asString(null));
		if (traceId == null || spanId == null) {
			return null;
		}
		Map<String, String> tags = tags(span.path("tags"));
		long start = nanos(span.path("startTime"));
		long duration = nanos(span.path("duration"));
		return new Span(traceId, spanId, parent(span, traceId), process.path("serviceName").asString(""),
				span.path("operationName").asString(""), kind(tags.getOrDefault("span.kind", "")), start,
				(duration > Long.MAX_VALUE - start) ? Long.MAX_VALUE : start + duration, status(tags),
				tags.get("otel.status_description"), tags, events(span.path("logs")));
	}

	private static @Nullable String parent(JsonNode span, String traceId) {
		for (String type : List.of("CHILD_OF", "FOLLOWS_FROM")) {
			for (JsonNode reference : span.path("references")) {
				if (type.equals(reference.path("refType").asString(""))
						&& traceId.equals(OtlpId.trace(reference.path("traceID").asString(null)))) {
					return OtlpId.span(reference.path("spanID").asString(null));
				}
			}
		}
		return OtlpId.span(span.path("parentSpanID").asString(null));
	}

	private static Map<String, String> tags(JsonNode list) {
		Map<String, String> tags = new LinkedHashMap<>();
		for (JsonNode tag : list) {
			JsonNode value = tag.path("value");
			tags.put(tag.path("key").asString(""), value.isContainer() ? value.toString() : value.asString(""));
		}
		return tags;
	}

	private static List<SpanEvent> events(JsonNode logs) {
		List<SpanEvent> events = new ArrayList<>();
		for (JsonNode log : logs) {
			Map<String, String> fields = tags(log.path("fields"));
			String name = fields.remove("event");
			events.add(new SpanEvent((name != null) ? name : "log", nanos(log.path("timestamp")), fields));
		}
		return events;
	}

	private static SpanStatus status(Map<String, String> tags) {
		String code = tags.getOrDefault("otel.status_code", "");
		if ("ERROR".equals(code) || "true".equals(tags.get("error"))) {
			return SpanStatus.ERROR;
		}
		return "OK".equals(code) ? SpanStatus.OK : SpanStatus.UNSET;
	}

	private static SpanKind kind(String kind) {
		return switch (kind.toLowerCase(Locale.ROOT)) {
			case "server" -> SpanKind.SERVER;
			case "client" -> SpanKind.CLIENT;
			case "producer" -> SpanKind.PRODUCER;
			case "consumer" -> SpanKind.CONSUMER;
			default -> SpanKind.INTERNAL;
		};
	}

	private static long nanos(JsonNode micros) {
		return Math.max(0, Math.min(micros.asLong(0), MOST_MICROS)) * 1000;
	}

}
