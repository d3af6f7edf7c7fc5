package io.tracingstarter.logging;

/**
 * Makes any string fit for UTF-8, which has no form for half of a surrogate pair.
 */
final class WellFormedText {

	private static final char REPLACEMENT = '\uFFFD';

	private WellFormedText() {
	}

	/**
	 * Replaces lone surrogates by U+FFFD, as the Unicode Standard recommends (chapter
	 * 3.9, U+FFFD Substitution of Maximal Subparts).
	 * @param text any text
	 * @return the same string if there are none
	 */
	static String of(String text) {
		int length = text.length();
		for (int i = 0; i < length; i++) {
			char character = text.charAt(i);
			if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
				if (!isPair(text, i)) {
					return replaced(text, i);
				}
				i++;
			}
		}
		return text;
	}

	private static String replaced(String text, int first) {
		StringBuilder result = new StringBuilder(text);
		for (int i = first; i < text.length(); i++) {
			if (Character.isSurrogate(text.charAt(i))) {
				if (isPair(text, i)) {
					i++;
				}
				else {
					result.setCharAt(i, REPLACEMENT);
				}
			}
		}
		return result.toString();
	}

	private static boolean isPair(String text, int index) {
		return index + 1 < text.length() && Character.isHighSurrogate(text.charAt(index))
				&& Character.isLowSurrogate(text.charAt(index + 1));
	}

}
