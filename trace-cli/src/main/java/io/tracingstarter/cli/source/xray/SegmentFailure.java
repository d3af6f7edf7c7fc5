package io.tracingstarter.cli.source.xray;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.tracingstarter.cli.model.SpanEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the cause of a segment: a list of exceptions, of which one may name another as
 * its cause, or only the id of an exception in a segment below.
 */
final class SegmentFailure {

	private static final int DEPTH = 20;

	private final SegmentTrace trace;

	SegmentFailure(SegmentTrace trace) {
		this.trace = trace;
	}

	/**
	 * Returns an event {@code exception} for each exception that is not the cause of
	 * another, at the end of the segment.
	 */
	List<SpanEvent> events(Segment segment) {
		JsonNode cause = segment.json().path("cause");
		if (cause.isString()) {
			JsonNode exception = this.trace.exception(cause.stringValue());
			return (exception != null) ? List.of(event(exception, segment)) : List.of();
		}
		Set<String> causes = new HashSet<>();
		for (JsonNode exception : cause.path("exceptions")) {
			String of = Json.text(exception, "cause");
			if (of != null && !of.equals(Json.text(exception, "id"))) {
				causes.add(of);
			}
		}
		List<SpanEvent> events = new ArrayList<>();
		for (JsonNode exception : cause.path("exceptions")) {
			String id = Json.text(exception, "id");
			if (exception.isObject() && (id == null || !causes.contains(id))) {
				events.add(event(exception, segment));
			}
		}
		return events;
	}

	/**
	 * Returns why it failed, or null where it does not say.
	 */
	@Nullable String message(Segment segment) {
		String message = Json.text(segment.json().path("cause"), "message");
		if (message != null) {
			return message;
		}
		return events(segment).stream()
			.map((event) -> event.attributes().get("exception.message"))
			.filter((text) -> text != null)
			.findFirst()
			.orElse(null);
	}

	private SpanEvent event(JsonNode exception, Segment segment) {
		Map<String, String> attributes = new LinkedHashMap<>();
		Json.put(attributes, "exception.type", Json.text(exception, "type"));
		Json.put(attributes, "exception.message", Json.text(exception, "message"));
		Json.put(attributes, "exception.stacktrace", stackTrace(exception));
		return new SpanEvent("exception", segment.endNanos(), attributes);
	}

	private String stackTrace(JsonNode first) {
		StringBuilder text = new StringBuilder();
		JsonNode exception = first;
		for (int depth = 0; exception != null && depth < DEPTH; depth++) {
			text.append((depth > 0) ? "Caused by: " : "").append(Json.text(exception, "type"));
			String message = Json.text(exception, "message");
			text.append((message != null) ? ": " + message : "").append('\n');
			for (JsonNode frame : exception.path("stack")) {
				text.append("\tat ").append(Json.text(frame, "label")).append('(').append(Json.text(frame, "path"));
				String line = Json.text(frame, "line");
				text.append((line != null) ? ":" + line : "").append(")\n");
			}
			String truncated = Json.text(exception, "truncated");
			text.append((truncated != null && !truncated.equals("0")) ? "\t... " + truncated + " more\n" : "");
			String cause = Json.text(exception, "cause");
			exception = (cause != null) ? this.trace.exception(cause) : null;
		}
		return (text.length() <= 4 * Json.VALUE_LENGTH) ? text.toString() : text.substring(0, 4 * Json.VALUE_LENGTH);
	}

}
