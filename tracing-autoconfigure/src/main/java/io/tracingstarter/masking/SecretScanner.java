package io.tracingstarter.masking;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Replaces the secrets that stand in a text, reading it once from left to right.
 * <p>
 * Looks at names before {@code =} and {@code :}, at names of XML elements, at
 * {@code Bearer} tokens and JSON Web Tokens, at the credentials and the query of a URL,
 * and at card numbers. Time is linear in the text's length whatever the text is: looking
 * back is bounded by the longest name, looking ahead either by a constant, or what was
 * looked at is masked and not read again. Allocates only if there is something to mask.
 * Safe for use by many threads.
 */
final class SecretScanner {

	private static final int NO_SECRET = -1;

	// a table of settings has its separators in one column
	private static final int MAX_BLANKS_BEFORE_SEPARATOR = 64;

	private static final int MAX_CLOSING_BEFORE_SEPARATOR = 4;

	private static final int MAX_ELEMENT_NAME = 64;

	private static final String BEARER = "bearer";

	private static final boolean[] INTERESTING = new boolean[128];
	static {
		Arrays.fill(INTERESTING, '0', '9' + 1, true);
		for (char character : "=:>?bBe".toCharArray()) {
			INTERESTING[character] = true;
		}
	}

	private final SensitiveNames names;

	private final boolean queries;

	/**
	 * Creates a scanner.
	 * @param names names whose values are secrets
	 * @param queries whether the query of a URL is one
	 */
	SecretScanner(SensitiveNames names, boolean queries) {
		this.names = names;
		this.queries = queries;
	}

	/**
	 * Masks the secrets.
	 * @param text any text
	 * @return the same string if it holds no secret
	 */
	String mask(String text) {
		StringBuilder masked = null;
		int copied = 0;
		int i = 0;
		while (i < text.length()) {
			char character = text.charAt(i);
			if (character >= 128 || !INTERESTING[character]) {
				i++;
				continue;
			}
			int start = secretStart(text, i, character);
			if (start == NO_SECRET) {
				i = afterTrigger(text, i, character);
				continue;
			}
			int end = secretEnd(text, i, character, start);
			if (end <= start) {
				i = Math.max(i + 1, start);
				continue;
			}
			if (masked == null) {
				masked = new StringBuilder(text.length());
			}
			masked.append(text, copied, start).append(SecretMasker.MASK);
			copied = end;
			i = end;
		}
		return (masked != null) ? masked.append(text, copied, text.length()).toString() : text;
	}

	private int afterTrigger(String text, int i, char character) {
		int next = i + 1;
		if (character >= '0' && character <= '9') {
			while (CardNumbers.isDigit(text, next)) {
				next++;
			}
		}
		return next;
	}

	private int secretStart(String text, int i, char character) {
		if (character >= '0' && character <= '9') {
			return (CardNumbers.end(text, i) > 0) ? i : NO_SECRET;
		}
		if (character == 'b' || character == 'B') {
			return bearerStart(text, i);
		}
		if (character == 'e') {
			return (WebTokens.end(text, i) > 0) ? i : NO_SECRET;
		}
		if (character == '>') {
			return (opensElement(text, i) && this.names.find(text, i) != null) ? i + 1 : NO_SECRET;
		}
		if (character == '?') {
			return (this.queries && UrlParts.endsPath(text, i)) ? i + 1 : NO_SECRET;
		}
		if (character == ':' && text.startsWith("//", i + 1)) {
			return (UrlParts.userInfoEnd(text, i + 3) > 0) ? i + 3 : NO_SECRET;
		}
		return (kind(text, i) != null) ? SecretValues.start(text, i) : NO_SECRET;
	}

	private int secretEnd(String text, int i, char character, int start) {
		if (character >= '0' && character <= '9') {
			return CardNumbers.end(text, i);
		}
		if (character == 'b' || character == 'B') {
			return SecretValues.wordEnd(text, start);
		}
		if (character == 'e') {
			return WebTokens.end(text, i);
		}
		if (character == '>') {
			int end = text.indexOf('<', start);
			return (end < 0) ? text.length() : end;
		}
		if (character == '?') {
			return UrlParts.queryEnd(text, start);
		}
		if (character == ':' && text.startsWith("//", i + 1)) {
			return UrlParts.userInfoEnd(text, i + 3);
		}
		SensitiveNames.Kind kind = kind(text, i);
		return (kind != null) ? SecretValues.end(text, start, kind) : NO_SECRET;
	}

	private SensitiveNames.@Nullable Kind kind(String text, int separator) {
		int end = separator;
		for (int n = 0; n < MAX_BLANKS_BEFORE_SEPARATOR && end > 0 && isBlank(text.charAt(end - 1)); n++) {
			end--;
		}
		// "name" \"name\" [name] name[]
		for (int n = 0; n < MAX_CLOSING_BEFORE_SEPARATOR && end > 0 && isClosing(text.charAt(end - 1)); n++) {
			end--;
		}
		return this.names.find(text, end);
	}

	private static boolean isBlank(char character) {
		return character == ' ' || character == '\t';
	}

	private static boolean isClosing(char character) {
		return character == '"' || character == '\'' || character == '\\' || character == ']' || character == '[';
	}

	private static int bearerStart(String text, int i) {
		if (!text.regionMatches(true, i, BEARER, 0, BEARER.length())
				|| (i > 0 && Character.isLetterOrDigit(text.charAt(i - 1)))) {
			return NO_SECRET;
		}
		int start = i + BEARER.length();
		start = SecretValues.skipBlanks(text, start);
		return (start > i + BEARER.length()) ? start : NO_SECRET;
	}

	private static boolean opensElement(String text, int close) {
		for (int i = close - 1; i >= 0 && i >= close - MAX_ELEMENT_NAME; i--) {
			char character = text.charAt(i);
			if (character == '<') {
				return true;
			}
			if (!Character.isLetterOrDigit(character) && "-_.:".indexOf(character) < 0) {
				return false;
			}
		}
		return false;
	}

}
