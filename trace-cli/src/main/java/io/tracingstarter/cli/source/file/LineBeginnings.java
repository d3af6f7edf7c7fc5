package io.tracingstarter.cli.source.file;

import java.nio.charset.StandardCharsets;

/**
 * Tells what only the first line of an event begins with: a date, a time of day or a
 * level.
 */
final class LineBeginnings {

	// a digit stands for any, an a for any letter
	private static final byte[][] TIMES = { bytes("0000-00-00"), bytes("0000/00/00"), bytes("0000.00.00"),
			bytes("00:00:00"), bytes("00/aaa/0000"), bytes("00-aaa-0000"), bytes("00.00.0000"), bytes("00/00/0000") };

	private static final byte[][] LEVELS = { bytes("TRACE"), bytes("DEBUG"), bytes("INFO"), bytes("WARN"),
			bytes("ERROR"), bytes("FATAL") };

	private LineBeginnings() {
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	/**
	 * Returns whether one of them stands here, or in brackets.
	 * @param text the bytes
	 * @param start where to look
	 * @param to the end of the bytes
	 */
	static boolean isOne(byte[] text, int start, int to) {
		int from = (start < to && text[start] == '[') ? start + 1 : start;
		for (byte[] time : TIMES) {
			if (isTime(text, from, to, time)) {
				return true;
			}
		}
		for (byte[] level : LEVELS) {
			if (Continuations.startsWith(text, from, to, level)) {
				int end = from + level.length;
				return end == to || (!Character.isLetterOrDigit(text[end]) && text[end] != '_');
			}
		}
		return false;
	}

	private static boolean isTime(byte[] text, int from, int to, byte[] form) {
		if (from + form.length > to) {
			return false;
		}
		for (int index = 0; index < form.length; index++) {
			byte letter = text[from + index];
			boolean fits = switch (form[index]) {
				case '0' -> letter >= '0' && letter <= '9';
				case 'a' -> (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
				default -> letter == form[index];
			};
			if (!fits) {
				return false;
			}
		}
		return true;
	}

}
