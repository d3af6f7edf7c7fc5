package io.tracingstarter.cli.source.loki;

import java.util.List;
import java.util.stream.Collectors;

import io.tracingstarter.cli.source.RequestId;
import io.tracingstarter.cli.source.XRayTraceId;

/**
 * Writes queries in LogQL, whose strings are those of Go.
 */
final class LogQl {

	/** Where OpenTelemetry and others keep ids beside the line. */
	private static final List<String> ID_LABELS = List.of("trace_id", "traceID", "traceId", "correlation_id",
			"correlationId");

	private LogQl() {
	}

	/**
	 * Returns the query for lines that hold an id, in whichever form.
	 */
	static String inLine(String selector, String id) {
		// both forms of a trace id are their own regular expressions
		return RequestId.isTraceId(id) ? selector + " |~ " + quote(id + "|" + XRayTraceId.of(id))
				: selector + " |= " + quote(id);
	}

	/**
	 * Returns the query for lines that have the id beside them, in structured metadata or
	 * a label.
	 */
	static String besideLine(String selector, String id) {
		return ID_LABELS.stream()
			.map((label) -> label + "=" + quote(id))
			.collect(Collectors.joining(" or ", selector + " | ", ""));
	}

	static String quote(String text) {
		StringBuilder quoted = new StringBuilder("\"");
		text.chars().forEach((character) -> {
			if (character == '"' || character == '\\') {
				quoted.append('\\').append((char) character);
			}
			else if (character < ' ' || character == 0x7f) {
				quoted.append("\\u%04x".formatted(character));
			}
			else {
				quoted.append((char) character);
			}
		});
		return quoted.append('"').toString();
	}

}
