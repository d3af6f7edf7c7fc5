package io.tracingstarter.propagation;

import org.jspecify.annotations.Nullable;

/**
 * The rules of B3: ids are of 16 or 32 lower-case hexadecimal digits, the sampling state
 * is one of a few words.
 *
 * @see <a href="https://github.com/openzipkin/b3-propagation">B3 Propagation</a>
 */
final class B3Check {

	private static final int SHORT_ID = 16;

	private static final int LONG_ID = 32;

	private B3Check() {
	}

	/**
	 * {@code {trace-id}-{span-id}-{sampling-state}-{parent-span-id}}, the last two
	 * optional, or the sampling state alone.
	 */
	static @Nullable String single(String value) {
		if (value.length() == 1) {
			return isState(value.charAt(0)) ? value : null;
		}
		int span = idEnd(value, 0) + 1;
		if (span == 0 || !isSeparator(value, span - 1)) {
			return null;
		}
		int end = span + SHORT_ID;
		if (!isId(value, span, end)) {
			return null;
		}
		if (end < value.length()) {
			int state = end + 1;
			if (!isSeparator(value, end) || state == value.length() || !isState(value.charAt(state))) {
				return null;
			}
			end = state + 1;
		}
		if (end < value.length()) {
			int parent = end + 1;
			if (!isSeparator(value, end) || value.length() != parent + SHORT_ID
					|| !isId(value, parent, value.length())) {
				return null;
			}
		}
		return value;
	}

	static @Nullable String traceId(String value) {
		return (idEnd(value, 0) == value.length()) ? value : null;
	}

	static @Nullable String spanId(String value) {
		return (value.length() == SHORT_ID && isId(value, 0, SHORT_ID)) ? value : null;
	}

	/** The words come from tracers older than the specification, which permits them. */
	static @Nullable String sampled(String value) {
		return switch (value) {
			case "0", "1", "true", "false" -> value;
			default -> null;
		};
	}

	static @Nullable String flags(String value) {
		return (value.equals("1") || value.equals("0")) ? value : null;
	}

	private static int idEnd(String value, int start) {
		if (isId(value, start, start + LONG_ID)) {
			return start + LONG_ID;
		}
		return isId(value, start, start + SHORT_ID) ? start + SHORT_ID : -1;
	}

	private static boolean isId(String value, int start, int end) {
		if (end > value.length()) {
			return false;
		}
		boolean zero = true;
		for (int i = start; i < end; i++) {
			char c = value.charAt(i);
			if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
				return false;
			}
			zero &= c == '0';
		}
		return !zero;
	}

	private static boolean isSeparator(String value, int index) {
		return index < value.length() && value.charAt(index) == '-';
	}

	private static boolean isState(char c) {
		return c == '0' || c == '1' || c == 'd';
	}

}
