package io.tracingstarter.cli.story;

import java.util.List;
import java.util.Map;

import io.tracingstarter.cli.model.Failure;
import io.tracingstarter.cli.model.LogLevel;
import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.SpanEvent;
import io.tracingstarter.cli.model.StoryLine;
import org.jspecify.annotations.Nullable;

/**
 * Finds the exception that a span or its log lines tell of.
 */
final class Failures {

	private static final String CAUSED_BY = "Caused by: ";

	private static final int MAX_CAUSE_LENGTH = 2_000;

	private Failures() {
	}

	static @Nullable SpanEvent exceptionEvent(Span span) {
		SpanEvent found = null;
		for (SpanEvent event : span.events()) {
			found = event.name().equals("exception") ? event : found;
		}
		return found;
	}

	static Failure of(SpanEvent event) {
		Map<String, String> attributes = event.attributes();
		String type = attributes.getOrDefault("exception.type", "exception");
		String message = attributes.get("exception.message");
		String stackTrace = attributes.get("exception.stacktrace");
		if (stackTrace == null) {
			return new Failure(type, message, null, null, null);
		}
		int at = stackTrace.lastIndexOf(CAUSED_BY);
		if (at < 0) {
			return new Failure(type, message, null, null, stackTrace);
		}
		int start = at + CAUSED_BY.length();
		int end = stackTrace.indexOf('\n', start);
		String cause = stackTrace.substring(start,
				Math.min((end < 0) ? stackTrace.length() : end, start + MAX_CAUSE_LENGTH));
		int colon = cause.indexOf(": ");
		return new Failure(type, message, ((colon < 0) ? cause : cause.substring(0, colon)).strip(),
				(colon < 0) ? null : cause.substring(colon + 2).strip(), stackTrace);
	}

	/** Returns the first line that tells of an error, those with an exception first. */
	static @Nullable StoryLine errorLine(List<StoryLine> lines) {
		StoryLine found = null;
		for (StoryLine line : lines) {
			boolean exception = line.line().failure() != null;
			if (line.line().level().compareTo(exception ? LogLevel.WARN : LogLevel.ERROR) >= 0) {
				if (exception) {
					return line;
				}
				found = (found != null) ? found : line;
			}
		}
		return found;
	}

}
