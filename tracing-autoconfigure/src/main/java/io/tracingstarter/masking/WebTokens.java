package io.tracingstarter.masking;

/**
 * Finds JSON Web Tokens in their compact form (RFC 7519 section 3), which need no name
 * beside them to be known: the header is a JSON object, in base64url always {@code eyJ…}.
 */
final class WebTokens {

	private static final String START = "eyJ";

	private WebTokens() {
	}

	/**
	 * Looks for a token that starts at a position.
	 * @param text the text
	 * @param start index of the token's first character
	 * @return index after the token, or -1 if none starts here
	 */
	static int end(String text, int start) {
		if (!text.startsWith(START, start) || (start > 0 && isPart(text.charAt(start - 1)))) {
			return -1;
		}
		int dots = 0;
		int i = start;
		while (i < text.length() && isPart(text.charAt(i))) {
			dots += (text.charAt(i) == '.') ? 1 : 0;
			i++;
		}
		return (dots >= 2) ? i : -1;
	}

	private static boolean isPart(char character) {
		return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
				|| (character >= '0' && character <= '9') || character == '-' || character == '_' || character == '.';
	}

}
