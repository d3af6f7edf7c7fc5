package io.tracingstarter.export;

/**
 * Makes text from outside safe for a terminal or one line of a log: what a request
 * carries must neither move the cursor nor start a line.
 */
public final class SafeText {

	private SafeText() {
	}

	/**
	 * Escapes what is not printable as <code>&#92;uXXXX</code>: control and format
	 * characters (colours, bidirectional overrides), line separators, lone surrogates.
	 * @param text the text
	 * @param maxLength longest result in characters; the rest becomes one {@code …}
	 * @return one printable line
	 */
	public static String oneLine(String text, int maxLength) {
		if (text.length() <= maxLength && isPlain(text)) {
			return text;
		}
		StringBuilder result = new StringBuilder();
		int position = 0;
		while (position < text.length()) {
			int codePoint = text.codePointAt(position);
			String shown = isPrintable(codePoint) ? Character.toString(codePoint) : escape(codePoint);
			if (result.length() + shown.length() > maxLength) {
				return result.append('…').toString();
			}
			result.append(shown);
			position += Character.charCount(codePoint);
		}
		return result.toString();
	}

	private static boolean isPlain(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c < ' ' || c > '~') {
				return false;
			}
		}
		return true;
	}

	private static boolean isPrintable(int codePoint) {
		return switch (Character.getType(codePoint)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
					Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED, Character.PRIVATE_USE ->
				false;
			default -> true;
		};
	}

	private static String escape(int codePoint) {
		StringBuilder escaped = new StringBuilder();
		for (char c : Character.toChars(codePoint)) {
			escaped.append(String.format("\\u%04x", (int) c));
		}
		return escaped.toString();
	}

}
