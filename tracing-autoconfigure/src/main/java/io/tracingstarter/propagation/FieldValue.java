package io.tracingstarter.propagation;

import org.jspecify.annotations.Nullable;

/**
 * A header with one value, which may go into another header, a log line and a span.
 */
final class FieldValue {

	/**
	 * Longest value, in characters. It leaves twice: in its own header and in
	 * {@code baggage}, and servers commonly take 8 KB of headers in all.
	 */
	static final int MAX_LENGTH = 2048;

	private FieldValue() {
	}

	static @Nullable String believe(String value) {
		return (value.length() <= MAX_LENGTH && isPrintable(value)) ? value : null;
	}

	/**
	 * Whether a text has printable ASCII characters only: what any header takes.
	 */
	static boolean isPrintable(String value) {
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if (c < ' ' || c > '~') {
				return false;
			}
		}
		return true;
	}

}
