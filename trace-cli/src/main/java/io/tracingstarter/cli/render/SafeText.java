package io.tracingstarter.cli.render;

/**
 * Makes text from outside safe for a terminal, on one line: whatever could move the
 * cursor, change colours, reverse the direction of writing or hide something becomes
 * visible. Line breaks and tabs become {@code ⏎} and a space.
 */
public final class SafeText {

	/**
	 * As many marks as languages put on a letter; more are there to cover other lines.
	 */
	private static final int MAX_COMBINING = 4;

	private static final int ASCII_END = 0x7f;

	private SafeText() {
	}

	/**
	 * Returns the text on one line.
	 * @param text any text
	 * @param unicode false to show everything beyond ASCII as escapes, too
	 */
	public static String line(String text, boolean unicode) {
		if (isPlain(text)) {
			return text;
		}
		StringBuilder safe = new StringBuilder(text.length() + 16);
		int combining = 0;
		int i = 0;
		while (i < text.length()) {
			int point = text.codePointAt(i);
			i += Character.charCount(point);
			combining = (Cells.width(point) == 0) ? combining + 1 : 0;
			if (point == '\r' && i < text.length() && text.charAt(i) == '\n') {
				continue;
			}
			append(safe, point, unicode, combining);
		}
		return safe.toString();
	}

	private static boolean isPlain(String text) {
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (character < ' ' || character >= ASCII_END) {
				return false;
			}
		}
		return true;
	}

	private static void append(StringBuilder safe, int point, boolean unicode, int combining) {
		if (point >= ' ' && point < ASCII_END) {
			safe.append((char) point);
		}
		else if (point == '\t') {
			safe.append(' ');
		}
		else if (point == '\n' || point == '\r') {
			safe.append(unicode ? " ⏎ " : " | ");
		}
		else if (unicode && isVisible(point) && combining <= MAX_COMBINING) {
			safe.appendCodePoint(point);
		}
		else {
			escape(safe, point);
		}
	}

	private static boolean isVisible(int point) {
		return switch (Character.getType(point)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
					Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
				false;
			// blanks that no one sees
			default -> point != 0x115f && point != 0x1160 && point != 0x3164 && point != 0xffa0 && point != 0x034f;
		};
	}

	private static void escape(StringBuilder safe, int point) {
		if (point <= 0xff) {
			safe.append("\\x").append(digits(point, 2));
		}
		else if (point <= 0xffff) {
			safe.append("\\u").append(digits(point, 4));
		}
		else {
			safe.append("\\u{").append(digits(point, 5)).append('}');
		}
	}

	private static String digits(int point, int count) {
		String digits = Integer.toHexString(point);
		return "0".repeat(Math.max(0, count - digits.length())) + digits;
	}

}
