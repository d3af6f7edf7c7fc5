package io.tracingstarter.cli.model;

import java.util.Map;

/**
 * Something that happened inside a span, such as {@code exception} with the attributes
 * {@code exception.type}, {@code exception.message} and {@code exception.stacktrace}.
 *
 * @param name what happened
 * @param nanos when, in nanoseconds since 1970
 * @param attributes what is known of it
 */
public record SpanEvent(String name, long nanos, Map<String, String> attributes) {

	public SpanEvent {
		attributes = Map.copyOf(attributes);
	}

}
