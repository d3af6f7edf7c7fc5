package io.tracingstarter.cli.source.xray;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.SpanEvent;
import io.tracingstarter.cli.model.SpanKind;
import io.tracingstarter.cli.model.SpanStatus;
import io.tracingstarter.cli.source.XRayTraceId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a span as Transaction Search stores it, one JSON object a span: the names of
 * OTLP, attributes as an object, the resource inside. Attributes as OTLP's list of keys
 * and values, enumerations as numbers and with their prefixes are understood, too.
 */
final class OtelSpanDecoder {

	private static final int MOST = 200;

	private static final Pattern SPAN_ID = Pattern.compile("[0-9a-f]{16}");

	private static final List<SpanKind> KINDS = List.of(SpanKind.INTERNAL, SpanKind.INTERNAL, SpanKind.SERVER,
			SpanKind.CLIENT, SpanKind.PRODUCER, SpanKind.CONSUMER);

	private OtelSpanDecoder() {
	}

	/**
	 * Returns the span of a document, or nothing where it is not understood.
	 */
	static Optional<Span> decode(@Nullable String document) {
		return Json.object(document).flatMap(OtelSpanDecoder::span);
	}

	private static Optional<Span> span(JsonNode json) {
		String traceId = XRayTraceId.toTraceId(String.valueOf(Json.text(json, "traceId"))).orElse(null);
		String spanId = spanId(json, "spanId");
		Long start = Json.scaled(json.path("startTimeUnixNano"), 0);
		if (traceId == null || spanId == null || start == null) {
			return Optional.empty();
		}
		Map<String, String> resource = attributes(json.path("resource").path("attributes"));
		Map<String, String> attributes = attributes(json.path("attributes"));
		String service = resource.getOrDefault("service.name", attributes.getOrDefault("aws.local.service", ""));
		Json.put(attributes, "service.version", resource.get("service.version"));
		String name = Json.text(json, "name");
		return Optional.of(new Span(traceId, spanId, spanId(json, "parentSpanId"), service, (name != null) ? name : "",
				kind(json.path("kind")), start, end(json, start), status(json.path("status").path("code")),
				Json.text(json.path("status"), "message"), attributes, events(json.path("events"))));
	}

	private static @Nullable String spanId(JsonNode json, String name) {
		String id = String.valueOf(Json.text(json, name)).toLowerCase(Locale.ROOT);
		return SPAN_ID.matcher(id).matches() ? id : null;
	}

	private static long end(JsonNode json, long start) {
		Long end = Json.scaled(json.path("endTimeUnixNano"), 0);
		if (end != null) {
			return end;
		}
		Long duration = Json.scaled(json.path("durationNano"), 0);
		return (duration != null && duration < Long.MAX_VALUE - start) ? start + duration : start;
	}

	private static SpanKind kind(JsonNode kind) {
		if (kind.isInt() && kind.intValue() >= 0 && kind.intValue() < KINDS.size()) {
			return KINDS.get(kind.intValue());
		}
		String name = kind.isString() ? kind.stringValue().replace("SPAN_KIND_", "") : "";
		return KINDS.stream().filter((known) -> known.name().equals(name)).findFirst().orElse(SpanKind.INTERNAL);
	}

	private static SpanStatus status(JsonNode code) {
		String name = code.isValueNode() ? Json.value(code).replace("STATUS_CODE_", "") : "";
		return switch (name) {
			case "ERROR", "2" -> SpanStatus.ERROR;
			case "OK", "1" -> SpanStatus.OK;
			default -> SpanStatus.UNSET;
		};
	}

	private static List<SpanEvent> events(JsonNode events) {
		List<SpanEvent> all = new ArrayList<>();
		for (JsonNode event : events) {
			Long time = Json.scaled(event.path("timeUnixNano"), 0);
			String name = Json.text(event, "name");
			if (event.isObject() && all.size() < MOST) {
				all.add(new SpanEvent((name != null) ? name : "", (time != null) ? time : 0,
						attributes(event.path("attributes"))));
			}
		}
		return all;
	}

	private static Map<String, String> attributes(JsonNode attributes) {
		Map<String, String> all = new LinkedHashMap<>();
		for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
			if (all.size() < MOST) {
				all.put(attribute.getKey(), Json.value(attribute.getValue()));
			}
		}
		if (attributes.isArray()) {
			for (JsonNode attribute : attributes) {
				String key = Json.text(attribute, "key");
				for (Map.Entry<String, JsonNode> value : attribute.path("value").properties()) {
					if (key != null && all.size() < MOST) {
						all.put(key, Json.value(value.getValue()));
					}
				}
			}
		}
		return all;
	}

}
