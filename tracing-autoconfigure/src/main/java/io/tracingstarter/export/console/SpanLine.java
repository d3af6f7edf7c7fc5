package io.tracingstarter.export.console;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.StringJoiner;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.export.AttributeText;
import io.tracingstarter.export.SafeText;
import io.tracingstarter.export.SpanFailure;

/**
 * One span as one line: when it started, how long it took, kind, name, status, ids,
 * attributes and events.
 */
public final class SpanLine {

	private static final int MAX_VALUE_LENGTH = 200;

	private static final AttributeKey<String> SERVICE_NAME = AttributeKey.stringKey("service.name");

	private static final String BOLD = "\u001B[1m";

	private static final String DIM = "\u001B[2m";

	private static final String RED = "\u001B[31m";

	private static final String RESET = "\u001B[0m";

	private final DateTimeFormatter time;

	private final boolean colour;

	/**
	 * Creates the format.
	 * @param colour whether to use ANSI colours
	 * @param zone zone of the start times
	 */
	public SpanLine(boolean colour, ZoneId zone) {
		this.colour = colour;
		this.time = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(zone);
	}

	/**
	 * Formats a span.
	 * @param span a finished span
	 * @return one line without its end; whatever the span carries, it holds no control
	 * character besides the colours
	 */
	public String format(SpanData span) {
		StringBuilder line = new StringBuilder();
		line.append(this.time.format(Instant.ofEpochSecond(0, span.getStartEpochNanos())));
		line.append(
				String.format(Locale.ROOT, " %10.3f ms ", (span.getEndEpochNanos() - span.getStartEpochNanos()) / 1e6));
		line.append(String.format("%-8s ", span.getKind()));
		line.append(paint(BOLD, safe(span.getName())));
		line.append(' ').append(status(span));
		String service = span.getResource().getAttribute(SERVICE_NAME);
		StringJoiner details = new StringJoiner(" ");
		details.add("service=" + value((service != null) ? service : "?"));
		details.add("trace=" + span.getTraceId());
		details.add("span=" + span.getSpanId());
		if (SpanId.isValid(span.getParentSpanId())) {
			details.add("parent=" + span.getParentSpanId());
		}
		add(details, span.getAttributes());
		for (EventData event : span.getEvents()) {
			details.add(event(event));
		}
		return line.append(' ').append(paint(DIM, details.toString())).toString();
	}

	private String status(SpanData span) {
		String reason = SpanFailure.reasonOf(span);
		if (reason == null) {
			return "OK";
		}
		return paint(RED, reason.isEmpty() ? "ERROR" : "ERROR " + quoted(reason));
	}

	private static String event(EventData event) {
		SpanFailure failure = SpanFailure.of(event);
		if (failure != null) {
			return "[" + safe(event.getName()) + " " + quoted(failure.summary()) + "]";
		}
		StringJoiner details = new StringJoiner(" ", "[", "]");
		details.add(safe(event.getName()));
		add(details, event.getAttributes());
		return details.toString();
	}

	private static void add(StringJoiner details, Attributes attributes) {
		attributes.forEach((key, value) -> details.add(safe(key.getKey()) + "=" + value(AttributeText.of(value))));
	}

	private static String value(String text) {
		return (text.isEmpty() || text.indexOf(' ') >= 0 || text.indexOf('"') >= 0) ? quoted(text) : safe(text);
	}

	private static String quoted(String text) {
		return '"' + safe(text.replace("\"", "\\\"")) + '"';
	}

	private static String safe(String text) {
		return SafeText.oneLine(text, MAX_VALUE_LENGTH);
	}

	private String paint(String style, String text) {
		return this.colour ? style + text + RESET : text;
	}

}
