package io.tracingstarter.cli.source;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id that somebody typed: a correlation id, a trace id of W3C or X-Ray, or a whole
 * {@code traceparent}.
 *
 * @param value what to search for: of a traceparent its trace id, of an X-Ray id its 32
 * hexadecimal digits
 */
public record RequestId(String value) {

	private static final Pattern TRACE_ID = Pattern.compile("[0-9a-f]{32}");

	private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

	private static final Pattern XRAY = Pattern.compile("(?:root=)?1-([0-9a-f]{8})-([0-9a-f]{24})(?:;.*)?");

	/** What logs say where there is no id, beside zeros and punctuation. */
	private static final Set<String> PLACEHOLDERS = Set.of("null", "none", "nil", "na", "n/a", "undefined", "unknown",
			"empty", "unset", "true", "false");

	private static final Pattern NOTHING = Pattern.compile("[0._:/+=@-]*");

	private static final Pattern CORRELATION_ID = Pattern.compile("[A-Za-z0-9._:/+=@-]{1,128}");

	/**
	 * Returns the id that was typed, or nothing where it cannot be one.
	 */
	public static Optional<RequestId> parse(String typed) {
		String text = typed.strip();
		String lower = text.toLowerCase(Locale.ROOT);
		Matcher traceparent = TRACEPARENT.matcher(lower);
		if (traceparent.matches()) {
			return Optional.of(new RequestId(traceparent.group(1)));
		}
		Matcher xray = XRAY.matcher(lower);
		if (xray.matches()) {
			return Optional.of(new RequestId(xray.group(1) + xray.group(2)));
		}
		if (TRACE_ID.matcher(lower).matches()) {
			return Optional.of(new RequestId(lower));
		}
		return CORRELATION_ID.matcher(text).matches() ? Optional.of(new RequestId(text)) : Optional.empty();
	}

	/**
	 * Returns whether a text of a log stands where an id would, and is none: it would
	 * lead to the requests of others.
	 */
	public static boolean isPlaceholder(String text) {
		String id = text.strip();
		return PLACEHOLDERS.contains(id.toLowerCase(Locale.ROOT)) || NOTHING.matcher(id).matches();
	}

	/**
	 * Returns whether an id has the form of a trace id: 32 lower-case hexadecimal digits.
	 */
	public static boolean isTraceId(String id) {
		return TRACE_ID.matcher(id).matches();
	}

}
