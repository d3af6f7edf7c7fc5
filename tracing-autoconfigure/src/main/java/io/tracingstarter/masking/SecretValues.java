package io.tracingstarter.masking;

/**
 * Finds where the value after a sensitive name starts and ends.
 * <p>
 * When in doubt the value is longer rather than shorter: a hidden word costs less than a
 * secret in a log store.
 */
final class SecretValues {

	private static final String[] SCHEMES = { "basic", "bearer", "negotiate", "ntlm", "token", "apikey" };

	private SecretValues() {
	}

	/**
	 * Finds the value's first character.
	 * @param text the text
	 * @param separator index of the {@code =} or {@code :} after the name
	 * @return index of the first character to replace, or -1 if no value follows
	 */
	static int start(String text, int separator) {
		int i = separator + 1;
		if (i < text.length() && text.charAt(separator) == '=' && text.charAt(i) == '>') {
			i++;
		}
		else if (text.startsWith("::", separator)) {
			return -1;
		}
		char before = (separator > 0) ? text.charAt(separator - 1) : ' ';
		boolean quotedName = before == '"' || before == '\'';
		while (i < text.length() && isSpace(text.charAt(i), quotedName)) {
			i++;
		}
		if (i == text.length()) {
			return -1;
		}
		int quote = skipBackslashes(text, i);
		if (isQuote(text, quote)) {
			return quote + 1;
		}
		// prose: Property 'a.password': must not be empty
		return (before == '\'' && text.charAt(separator) == ':' && Character.isLetter(text.charAt(i))) ? -1 : i;
	}

	/**
	 * Finds the value's end.
	 * @param text the text
	 * @param start what {@link #start} returned
	 * @param kind how the name's value is written
	 * @return index after the last character to replace; the start if the value is empty
	 */
	static int end(String text, int start, SensitiveNames.Kind kind) {
		if (isQuote(text, start - 1)) {
			int end = quotedEnd(text, start);
			return (kind == SensitiveNames.Kind.VALUE) ? end : lastQuotedEnd(text, end);
		}
		char first = text.charAt(start);
		if (first == '[' || first == '{') {
			return bracketedEnd(text, start);
		}
		if (kind == SensitiveNames.Kind.LINE) {
			return lineEnd(text, start);
		}
		int end = wordEnd(text, start);
		int next = skipBlanks(text, end);
		boolean more = end > start && next > end && next < text.length();
		if (more && isScheme(text, start, end)) {
			return wordEnd(text, next);
		}
		// a scheme that is not known may have any number of parameters
		return (more && kind == SensitiveNames.Kind.CREDENTIALS) ? lineEnd(text, end) : end;
	}

	static int wordEnd(String text, int start) {
		int i = start;
		while (i < text.length() && !endsWord(text.charAt(i))) {
			i++;
		}
		return i;
	}

	private static boolean endsWord(char character) {
		return switch (character) {
			case ',', ';', '&', ')', ']', '}', '"', '\'', '<', '>', '\\' -> true;
			default -> character <= ' ' || Character.isWhitespace(character);
		};
	}

	private static int lineEnd(String text, int start) {
		int i = start;
		while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
			i++;
		}
		return i;
	}

	private static int quotedEnd(String text, int start) {
		char quote = text.charAt(start - 1);
		// JSON inside a JSON string: the quotes themselves are escaped
		int escapes = backslashesBefore(text, start - 1);
		int i = start;
		while (i < text.length()) {
			int at = skipBackslashes(text, i);
			if (at < text.length() && text.charAt(at) == quote && closes(at - i, escapes)) {
				return i;
			}
			i = at + 1;
		}
		return text.length();
	}

	/**
	 * A header may have several values, which Spring's {@code HttpHeaders} prints as
	 * {@code name:"a", "b"}. What a colon follows is the next name.
	 */
	private static int lastQuotedEnd(String text, int firstEnd) {
		int end = firstEnd;
		while (end < text.length()) {
			int next = skipBlanks(text, end + 2);
			if (!text.startsWith("\",", end) || next >= text.length() || text.charAt(next) != '"') {
				return end;
			}
			int nextEnd = quotedEnd(text, next + 1);
			int after = skipBlanks(text, nextEnd + 1);
			if (after < text.length() && text.charAt(after) == ':') {
				return end;
			}
			end = nextEnd;
		}
		return end;
	}

	private static boolean closes(int backslashes, int escapes) {
		return (escapes == 0) ? (backslashes & 1) == 0 : backslashes <= escapes;
	}

	private static int bracketedEnd(String text, int start) {
		int depth = 0;
		int i = start;
		while (i < text.length()) {
			char character = text.charAt(i);
			if (character == '[' || character == '{') {
				depth++;
			}
			else if ((character == ']' || character == '}') && --depth == 0) {
				return i + 1;
			}
			else if (character == '"') {
				i = quotedEnd(text, i + 1);
				i = skipBackslashes(text, i);
			}
			i++;
		}
		return text.length();
	}

	private static boolean isScheme(String text, int start, int end) {
		for (String scheme : SCHEMES) {
			if (scheme.length() == end - start && text.regionMatches(true, start, scheme, 0, scheme.length())) {
				return true;
			}
		}
		return false;
	}

	static int skipBlanks(String text, int start) {
		int i = start;
		while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
			i++;
		}
		return i;
	}

	private static int skipBackslashes(String text, int start) {
		int i = start;
		while (i < text.length() && text.charAt(i) == '\\') {
			i++;
		}
		return i;
	}

	private static int backslashesBefore(String text, int index) {
		int count = 0;
		while (index - count > 0 && text.charAt(index - count - 1) == '\\') {
			count++;
		}
		return count;
	}

	private static boolean isQuote(String text, int index) {
		return index < text.length() && (text.charAt(index) == '"' || text.charAt(index) == '\'');
	}

	private static boolean isSpace(char character, boolean quotedName) {
		return character == ' ' || character == '\t' || (quotedName && (character == '\n' || character == '\r'));
	}

}
