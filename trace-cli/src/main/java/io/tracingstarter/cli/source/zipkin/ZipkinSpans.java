package io.tracingstarter.cli.source.zipkin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.SpanEvent;
import io.tracingstarter.cli.model.SpanKind;
import io.tracingstarter.cli.model.SpanStatus;
import io.tracingstarter.cli.source.http.JsonElements;
import io.tracingstarter.cli.source.otlp.OtlpId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads spans of Zipkin's second format. The halves that client and server share stay two
 * spans.
 *
 * @see <a href="https://zipkin.io/zipkin-api/zipkin2-api.yaml">Zipkin's API</a>
 */
final class ZipkinSpans {

	private static final long MOST_MICROS = Long.MAX_VALUE / 1000;

	private ZipkinSpans() {
	}

	/**
	 * Reads one span.
	 * @return null where it has no valid ids, or no time
	 */
	static @Nullable Span read(JsonNode span) {
		String traceId = OtlpId.trace(span.path("traceId").asString(null));
		String spanId = OtlpId.span(span.path("id").asString(null));
		List<SpanEvent> events = events(span.path("annotations"));
		long start = nanos(span.path("timestamp"));
		if (start == 0 && !events.isEmpty()) {
			start = events.get(0).nanos();
		}
		if (traceId == null || spanId == null || start == 0) {
			return null;
		}
		Map<String, String> tags = tags(span);
		SpanStatus status = status(tags);
		String error = tags.get("error");
		boolean says = status == SpanStatus.ERROR && error != null && !error.isEmpty() && !"true".equals(error);
		return new Span(traceId, spanId, OtlpId.span(span.path("parentId").asString(null)),
				span.path("localEndpoint").path("serviceName").asString(""), span.path("name").asString(""),
				kind(span.path("kind").asString("")), start, end(start, nanos(span.path("duration"))), status,
				says ? error : null, tags, events);
	}

	private static Map<String, String> tags(JsonNode span) {
		Map<String, String> tags = new LinkedHashMap<>();
		for (Map.Entry<String, JsonNode> tag : span.path("tags").properties()) {
			tags.put(tag.getKey(), tag.getValue().asString(""));
		}
		String peer = span.path("remoteEndpoint").path("serviceName").asString("");
		if (!peer.isEmpty()) {
			tags.putIfAbsent("peer.service", peer);
		}
		return tags;
	}

	/**
	 * Zipkin's own rule is that the tag {@code error} means a failure, whatever it says;
	 * OpenTelemetry's exporters add {@code otel.status_code}.
	 */
	private static SpanStatus status(Map<String, String> tags) {
		String code = tags.getOrDefault("otel.status_code", "").toUpperCase(Locale.ROOT);
		String error = tags.get("error");
		if ("ERROR".equals(code) || (error != null && !"false".equalsIgnoreCase(error))) {
			return SpanStatus.ERROR;
		}
		return "OK".equals(code) ? SpanStatus.OK : SpanStatus.UNSET;
	}

	private static List<SpanEvent> events(JsonNode annotations) {
		List<SpanEvent> events = new ArrayList<>();
		for (JsonNode annotation : annotations) {
			events.add(event(annotation.path("value").asString(""), nanos(annotation.path("timestamp"))));
		}
		events.sort(Comparator.comparingLong(SpanEvent::nanos));
		return events;
	}

	/**
	 * OpenTelemetry's exporters write an event with attributes as
	 * <code>"name":{"key":"value"}</code>.
	 */
	private static SpanEvent event(String value, long nanos) {
		if (value.startsWith("\"") && value.endsWith("}")) {
			try {
				for (Map.Entry<String, JsonNode> event : JsonElements.MAPPER.readTree("{" + value + "}").properties()) {
					Map<String, String> attributes = new LinkedHashMap<>();
					event.getValue()
						.properties()
						.forEach((attribute) -> attributes.put(attribute.getKey(), text(attribute.getValue())));
					return new SpanEvent(event.getKey(), nanos, attributes);
				}
			}
			catch (JacksonException ex) {
				// an annotation that only looks like one
			}
		}
		return new SpanEvent(value, nanos, Map.of());
	}

	private static String text(JsonNode value) {
		return value.isContainer() ? value.toString() : value.asString("");
	}

	private static SpanKind kind(String kind) {
		return switch (kind) {
			case "CLIENT" -> SpanKind.CLIENT;
			case "SERVER" -> SpanKind.SERVER;
			case "PRODUCER" -> SpanKind.PRODUCER;
			case "CONSUMER" -> SpanKind.CONSUMER;
			default -> SpanKind.INTERNAL;
		};
	}

	private static long nanos(JsonNode micros) {
		long value = micros.asLong(0);
		return Math.max(0, Math.min(value, MOST_MICROS)) * 1000;
	}

	private static long end(long start, long duration) {
		return (duration > Long.MAX_VALUE - start) ? Long.MAX_VALUE : start + duration;
	}

}
