package io.tracingstarter.cli.source.otlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.SpanEvent;
import io.tracingstarter.cli.model.SpanKind;
import io.tracingstarter.cli.model.SpanStatus;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads spans of OpenTelemetry's JSON, in the spellings of its backends: ids in
 * hexadecimal digits, Base64 or X-Ray's form, enumerations as numbers or names, times as
 * strings or numbers, attributes as a list or an object.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding">OTLP,
 * JSON Protobuf encoding</a>
 */
public final class OtlpSpans {

	private static final String SERVICE_NAME = "service.name";

	/** What of a resource tells one instance of a service from another. */
	private static final List<String> OF_RESOURCE = List.of("service.version", "service.instance.id",
			"deployment.environment.name", "deployment.environment", "host.name", "k8s.pod.name");

	private static final int MOST_EVENTS = 1000;

	private OtlpSpans() {
	}

	/**
	 * Reads all spans of one element of {@code resourceSpans}. What has no valid ids is
	 * left out.
	 * @param resourceSpans the element; hostile
	 * @param spans takes each span
	 */
	public static void read(JsonNode resourceSpans, Consumer<Span> spans) {
		Map<String, String> resource = OtlpValues.attributes(resourceSpans.path("resource").path("attributes"));
		for (String scopes : List.of("scopeSpans", "scope_spans", "instrumentationLibrarySpans")) {
			for (JsonNode scope : resourceSpans.path(scopes)) {
				for (JsonNode span : scope.path("spans")) {
					Span read = span(span, resource);
					if (read != null) {
						spans.accept(read);
					}
				}
			}
		}
	}

	/**
	 * Reads the attributes of a resource or the like.
	 */
	public static Map<String, String> attributes(JsonNode resource) {
		return OtlpValues.attributes(resource.path("attributes"));
	}

	/**
	 * Reads one span.
	 * @param span the span; hostile
	 * @param resource the attributes of its resource
	 * @return null where it has no valid ids
	 */
	public static @Nullable Span span(JsonNode span, Map<String, String> resource) {
		String traceId = OtlpId.trace(text(span.path("traceId")));
		String spanId = OtlpId.span(text(span.path("spanId")));
		if (traceId == null || spanId == null) {
			return null;
		}
		Map<String, String> attributes = OtlpValues.attributes(span.path("attributes"));
		for (String key : OF_RESOURCE) {
			String value = resource.get(key);
			if (value != null) {
				attributes.putIfAbsent(key, value);
			}
		}
		JsonNode status = span.path("status");
		long start = OtlpValues.nanos(span.path("startTimeUnixNano"));
		return new Span(traceId, spanId, OtlpId.span(text(span.path("parentSpanId"))),
				resource.getOrDefault(SERVICE_NAME, ""), span.path("name").asString(""), kind(span.path("kind")), start,
				end(span, start), status(status.path("code")), text(status.path("message")), attributes,
				events(span.path("events")));
	}

	private static long end(JsonNode span, long start) {
		long end = OtlpValues.nanos(span.path("endTimeUnixNano"));
		long duration = OtlpValues.nanos(span.path("durationNano"));
		return (end == 0 && duration < Long.MAX_VALUE - start) ? start + duration : end;
	}

	private static List<SpanEvent> events(JsonNode list) {
		List<SpanEvent> events = new ArrayList<>();
		for (JsonNode event : list) {
			if (!event.isObject() || events.size() == MOST_EVENTS) {
				continue;
			}
			events.add(new SpanEvent(event.path("name").asString(""), OtlpValues.nanos(event.path("timeUnixNano")),
					OtlpValues.attributes(event.path("attributes"))));
		}
		return events;
	}

	private static SpanKind kind(JsonNode kind) {
		return switch (kind.asString("").toUpperCase(Locale.ROOT).replace("SPAN_KIND_", "")) {
			case "2", "SERVER" -> SpanKind.SERVER;
			case "3", "CLIENT" -> SpanKind.CLIENT;
			case "4", "PRODUCER" -> SpanKind.PRODUCER;
			case "5", "CONSUMER" -> SpanKind.CONSUMER;
			default -> SpanKind.INTERNAL;
		};
	}

	private static SpanStatus status(JsonNode code) {
		return switch (code.asString("").toUpperCase(Locale.ROOT).replace("STATUS_CODE_", "")) {
			case "1", "OK" -> SpanStatus.OK;
			case "2", "ERROR" -> SpanStatus.ERROR;
			default -> SpanStatus.UNSET;
		};
	}

	private static @Nullable String text(JsonNode node) {
		String text = node.asString("");
		return text.isEmpty() ? null : text;
	}

}
