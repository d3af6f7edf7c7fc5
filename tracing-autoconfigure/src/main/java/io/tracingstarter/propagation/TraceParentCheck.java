package io.tracingstarter.propagation;

import org.jspecify.annotations.Nullable;

/**
 * The rules of {@code traceparent}: {@code {version}-{trace-id}-{parent-id}-{flags}} in
 * lower-case hexadecimal digits, no id of zeros, no version {@code ff}. What versions to
 * come add stands behind a further dash.
 *
 * @see <a href="https://www.w3.org/TR/trace-context-1/#traceparent-header">W3C: Trace
 * Context</a>
 */
final class TraceParentCheck {

	private static final int TRACE_ID = 3;

	private static final int PARENT_ID = 36;

	private static final int FLAGS = 53;

	private static final int LENGTH = 55;

	private TraceParentCheck() {
	}

	static @Nullable String believe(String value) {
		boolean right = value.length() >= LENGTH && isHex(value, 0, 2) && value.charAt(2) == '-'
				&& isId(value, TRACE_ID, PARENT_ID - 1) && value.charAt(PARENT_ID - 1) == '-'
				&& isId(value, PARENT_ID, FLAGS - 1) && value.charAt(FLAGS - 1) == '-' && isHex(value, FLAGS, LENGTH)
				&& isVersion(value);
		return right ? value : null;
	}

	private static boolean isVersion(String value) {
		if (value.charAt(0) == 'f' && value.charAt(1) == 'f') {
			return false;
		}
		boolean first = value.charAt(0) == '0' && value.charAt(1) == '0';
		return value.length() == LENGTH || (!first && value.charAt(LENGTH) == '-');
	}

	private static boolean isId(String value, int from, int to) {
		boolean zero = true;
		for (int i = from; i < to; i++) {
			zero &= value.charAt(i) == '0';
		}
		return !zero && isHex(value, from, to);
	}

	private static boolean isHex(String value, int from, int to) {
		for (int i = from; i < to; i++) {
			char c = value.charAt(i);
			if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
				return false;
			}
		}
		return true;
	}

}
