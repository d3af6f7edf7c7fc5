package io.tracingstarter.cli.source.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Tells the lines that belong to the text line before them, as those of a stack trace do.
 */
final class Continuations {

	private static final int MAX_HEADER = 300;

	private static final byte[][] STARTS = { bytes("Caused by: "), bytes("Wrapped by: "), bytes("Suppressed: "),
			bytes("... "), bytes("Traceback (most recent call last)") };

	private Continuations() {
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	/**
	 * Returns whether the line that begins here goes on with the one before.
	 * @param text the bytes
	 * @param start where the line begins
	 * @param to the end of the bytes
	 */
	static boolean isContinuation(byte[] text, int start, int to) {
		if (start >= to) {
			return false;
		}
		byte first = text[start];
		if (first == '\t') {
			return true;
		}
		if (first == ' ') {
			return !isPadded(text, start, Math.min(to, start + MAX_HEADER));
		}
		if (first == '{' || (first >= '0' && first <= '9')) {
			return false;
		}
		for (byte[] prefix : STARTS) {
			if (startsWith(text, start, to, prefix)) {
				return true;
			}
		}
		return isExceptionHeader(text, start, Math.min(to, start + MAX_HEADER));
	}

	static boolean startsWith(byte[] text, int start, int to, byte[] prefix) {
		return start + prefix.length <= to
				&& Arrays.equals(text, start, start + prefix.length, prefix, 0, prefix.length);
	}

	// a level that is filled up to five letters, or a line of Cloud Foundry's client
	private static boolean isPadded(byte[] text, int start, int to) {
		int first = start;
		while (first < to && text[first] == ' ') {
			first++;
		}
		return LineBeginnings.isOne(text, first, to);
	}

	// java.lang.IllegalStateException: reason
	private static boolean isExceptionHeader(byte[] text, int start, int to) {
		int end = start;
		int dot = -1;
		while (end < to
				&& (Character.isLetterOrDigit(text[end]) || text[end] == '.' || text[end] == '_' || text[end] == '$')) {
			dot = (text[end] == '.') ? end : dot;
			end++;
		}
		boolean ended = end < to && (text[end] == ':' || text[end] == '\n' || text[end] == '\r');
		if (!ended || dot < 0 || dot + 1 >= end) {
			return ended && (endsWith(text, start, end, "Error") || endsWith(text, start, end, "Exception"));
		}
		return Character.isUpperCase(text[dot + 1]);
	}

	private static boolean endsWith(byte[] text, int start, int end, String suffix) {
		int from = end - suffix.length();
		if (from < start) {
			return false;
		}
		for (int index = 0; index < suffix.length(); index++) {
			if (text[from + index] != suffix.charAt(index)) {
				return false;
			}
		}
		return true;
	}

}
