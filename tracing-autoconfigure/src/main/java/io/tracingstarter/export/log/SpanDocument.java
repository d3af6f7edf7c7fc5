package io.tracingstarter.export.log;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;

/**
 * A finished span as nested maps, ready for a JSON encoder. The schema is documented at
 * {@link LogSpanExporter}.
 */
final class SpanDocument {

	private static final AttributeKey<String> SERVICE_NAME = AttributeKey.stringKey("service.name");

	private static final DateTimeFormatter TIME = DateTimeFormatter
		.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private SpanDocument() {
	}

	static Map<String, Object> of(SpanData span) {
		Map<String, Object> document = new LinkedHashMap<>();
		document.put("name", span.getName());
		document.put("kind", span.getKind().name());
		if (SpanId.isValid(span.getParentSpanId())) {
			document.put("parentSpanId", span.getParentSpanId());
			document.put("parentRemote", span.getParentSpanContext().isRemote());
		}
		document.put("start", time(span.getStartEpochNanos()));
		document.put("startEpochNanos", Long.toString(span.getStartEpochNanos()));
		document.put("durationNanos", span.getEndEpochNanos() - span.getStartEpochNanos());
		document.put("status", span.getStatus().getStatusCode().name());
		putText(document, "statusDescription", span.getStatus().getDescription());
		String service = span.getResource().getAttribute(SERVICE_NAME);
		putText(document, "service", (service != null) ? service : "");
		putText(document, "scope", span.getInstrumentationScopeInfo().getName());
		putAttributes(document, span.getAttributes());
		putList(document, "events", span.getEvents().stream().map(SpanDocument::event).toList());
		putList(document, "links", span.getLinks().stream().map(SpanDocument::link).toList());
		putCount(document, "droppedAttributes", span.getTotalAttributeCount() - span.getAttributes().size());
		putCount(document, "droppedEvents", span.getTotalRecordedEvents() - span.getEvents().size());
		putCount(document, "droppedLinks", span.getTotalRecordedLinks() - span.getLinks().size());
		return document;
	}

	private static Map<String, Object> event(EventData event) {
		Map<String, Object> document = new LinkedHashMap<>();
		document.put("name", event.getName());
		document.put("time", time(event.getEpochNanos()));
		putAttributes(document, event.getAttributes());
		return document;
	}

	private static Map<String, Object> link(LinkData link) {
		Map<String, Object> document = new LinkedHashMap<>();
		SpanContext context = link.getSpanContext();
		document.put("traceId", context.getTraceId());
		document.put("spanId", context.getSpanId());
		putAttributes(document, link.getAttributes());
		return document;
	}

	private static String time(long epochNanos) {
		return TIME.format(Instant.ofEpochSecond(0, epochNanos));
	}

	private static void putAttributes(Map<String, Object> document, Attributes attributes) {
		if (attributes.isEmpty()) {
			return;
		}
		Map<String, Object> values = new LinkedHashMap<>();
		attributes.forEach((key, value) -> values.put(key.getKey(), value(value)));
		document.put("attributes", values);
	}

	private static Object value(Object value) {
		if (value instanceof List<?> list) {
			return list.stream().map(SpanDocument::value).toList();
		}
		if (value instanceof Value<?> complex) {
			return complex.asString();
		}
		// JSON has no number for these
		return (value instanceof Double number && !Double.isFinite(number)) ? number.toString() : value;
	}

	private static void putText(Map<String, Object> document, String key, String text) {
		if (!text.isEmpty()) {
			document.put(key, text);
		}
	}

	private static void putList(Map<String, Object> document, String key, List<Map<String, Object>> elements) {
		if (!elements.isEmpty()) {
			document.put(key, elements);
		}
	}

	private static void putCount(Map<String, Object> document, String key, int count) {
		if (count > 0) {
			document.put(key, count);
		}
	}

}
