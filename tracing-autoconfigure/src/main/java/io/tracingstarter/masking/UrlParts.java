package io.tracingstarter.masking;

/**
 * Finds what a URL in a text must not show: its credentials and its query.
 * <p>
 * Looks at no more than a constant number of characters around a position, or at those
 * that are masked.
 */
final class UrlParts {

	private static final int NONE = -1;

	private static final int MAX_AUTHORITY = 1024;

	private static final int MAX_PATH = 256;

	private UrlParts() {
	}

	/**
	 * Finds the credentials, of which either part may be the secret: an API key is often
	 * the user's name.
	 * @param text the text
	 * @param authority index after {@code ://}
	 * @return index of the {@code @} after them, or -1 if there are none
	 */
	static int userInfoEnd(String text, int authority) {
		int end = Math.min(text.length(), authority + MAX_AUTHORITY);
		int at = NONE;
		for (int i = authority; i < end; i++) {
			char character = text.charAt(i);
			if (character == '@') {
				// the last one: a password may hold an @ that nobody encoded
				at = i;
			}
			if (character <= ' ' || character == '/' || character == '?' || character == '"' || character == '<') {
				break;
			}
		}
		return at;
	}

	/**
	 * Tells whether a path ends at a question mark, so that a query follows.
	 * @param text the text
	 * @param question index of the question mark
	 * @return whether there is a slash in the word before it
	 */
	static boolean endsPath(String text, int question) {
		for (int i = question - 1; i >= 0 && i >= question - MAX_PATH; i--) {
			char character = text.charAt(i);
			if (character == '/') {
				return true;
			}
			if (endsUrl(character) || character == '?') {
				return false;
			}
		}
		return false;
	}

	/**
	 * Finds the end of a query.
	 * @param text the text
	 * @param start index after the question mark
	 * @return index after the query; the start if it is empty
	 */
	static int queryEnd(String text, int start) {
		int i = start;
		while (i < text.length() && !endsUrl(text.charAt(i))) {
			i++;
		}
		return i;
	}

	/** A comma or a bracket may be part of a query: rather a word too much. */
	private static boolean endsUrl(char character) {
		return character <= ' ' || character == '"' || character == '<' || character == '>' || character == '`'
				|| character == '\\';
	}

}
