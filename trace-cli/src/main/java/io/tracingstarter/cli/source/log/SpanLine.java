package io.tracingstarter.cli.source.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.SpanEvent;
import io.tracingstarter.cli.model.SpanKind;
import io.tracingstarter.cli.model.SpanStatus;
import org.jspecify.annotations.Nullable;

/**
 * A log line of the {@code log} exporter: its object {@code span} tells of one finished
 * span, its ids stand where the ids of the layout stand.
 */
final class SpanLine {

	private static final String[] NAMES = { "span", "kv.span", "Attributes.span", "attributes.span",
			"Attributes.kv.span" };

	private SpanLine() {
	}

	/**
	 * Returns the span of a line, or null where it tells of none; then the line keeps all
	 * its fields.
	 */
	static @Nullable Span read(JsonTree line, LogDecoder.Place place) {
		String name = null;
		for (String candidate : NAMES) {
			if (line.text(candidate + ".durationNanos") != null && line.text(candidate + ".kind") != null) {
				name = candidate;
			}
		}
		if (name == null) {
			return null;
		}
		String traceId = TraceIds.traceId(idOf(line, "traceId", "trace.id", "TraceId"));
		String spanId = TraceIds.spanId(idOf(line, "spanId", "span.id", "SpanId"));
		long start = start(line, name);
		long duration = number(line.text(name + ".durationNanos"));
		JsonTree span = (traceId != null && spanId != null && start != 0) ? line.takeObject(name) : null;
		if (span == null || traceId == null || spanId == null) {
			return null;
		}
		String service = span.takeText("service");
		String status = span.takeText("status");
		String spanName = span.takeText("name");
		return new Span(traceId, spanId, TraceIds.spanId(span.takeText("parentSpanId")),
				(service != null) ? service : JsonLine.service(line, place), (spanName != null) ? spanName : "",
				kind(span.takeText("kind")), start, end(start, duration), status(status),
				span.takeText("statusDescription"), attributes(span, line), events(span));
	}

	private static @Nullable String idOf(JsonTree line, String... names) {
		for (String name : names) {
			String id = line.text(name);
			if (id != null) {
				return id;
			}
		}
		return null;
	}

	private static long start(JsonTree line, String name) {
		String nanos = line.text(name + ".startEpochNanos");
		return (nanos != null) ? number(nanos) : LogTimes.parse(line.text(name + ".start"));
	}

	private static long end(long start, long duration) {
		return (duration > Long.MAX_VALUE - start) ? Long.MAX_VALUE : start + Math.max(0, duration);
	}

	private static Map<String, String> attributes(JsonTree span, JsonTree line) {
		JsonTree object = span.takeObject("attributes");
		Map<String, String> attributes = (object != null) ? object.rest() : new LinkedHashMap<>();
		String correlationId = TraceIds.takeCorrelationId(line);
		if (correlationId != null) {
			attributes.putIfAbsent(Span.CORRELATION_ID, correlationId);
		}
		return attributes;
	}

	@SuppressWarnings("unchecked")
	private static List<SpanEvent> events(JsonTree span) {
		List<SpanEvent> events = new ArrayList<>();
		for (Object element : span.takeArray("events")) {
			if (element instanceof Map<?, ?> map) {
				JsonTree event = JsonTree.of((Map<String, Object>) map);
				String name = event.takeText("name");
				JsonTree attributes = event.takeObject("attributes");
				events.add(new SpanEvent((name != null) ? name : "", LogTimes.parse(event.takeText("time")),
						(attributes != null) ? attributes.rest() : Map.of()));
			}
		}
		return events;
	}

	private static SpanKind kind(@Nullable String name) {
		return switch ((name != null) ? name.toUpperCase(Locale.ROOT) : "") {
			case "SERVER" -> SpanKind.SERVER;
			case "CLIENT" -> SpanKind.CLIENT;
			case "PRODUCER" -> SpanKind.PRODUCER;
			case "CONSUMER" -> SpanKind.CONSUMER;
			default -> SpanKind.INTERNAL;
		};
	}

	private static SpanStatus status(@Nullable String name) {
		return "ERROR".equals(name) ? SpanStatus.ERROR : "OK".equals(name) ? SpanStatus.OK : SpanStatus.UNSET;
	}

	private static long number(@Nullable String text) {
		try {
			return (text != null) ? Long.parseLong(text) : 0;
		}
		catch (NumberFormatException ex) {
			return 0;
		}
	}

}
