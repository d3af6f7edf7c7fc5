package io.tracingstarter.propagation;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The characters that an entry of {@code baggage} may have, and those that may come out
 * of it when its value is decoded.
 *
 * @see <a href="https://www.w3.org/TR/baggage/#definition">Baggage 3.3.1</a>
 */
final class BaggageGrammar {

	private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

	private BaggageGrammar() {
	}

	static boolean isKey(String key) {
		for (int i = 0; i < key.length(); i++) {
			char c = key.charAt(i);
			if (!isLetterOrDigit(c) && TOKEN_MARKS.indexOf(c) < 0) {
				return false;
			}
		}
		return !key.isEmpty();
	}

	static boolean isValueWithProperties(String text) {
		int start = 0;
		boolean value = true;
		while (start <= text.length()) {
			int semicolon = text.indexOf(';', start);
			int end = (semicolon >= 0) ? semicolon : text.length();
			String part = trim(text.substring(start, end));
			if (value ? !isValue(part) : !isProperty(part)) {
				return false;
			}
			value = false;
			start = end + 1;
		}
		return true;
	}

	/** Takes away the optional white space of HTTP, which is less than that of Java. */
	static String trim(String text) {
		int start = 0;
		int end = text.length();
		while (start < end && isBlank(text.charAt(start))) {
			start++;
		}
		while (end > start && isBlank(text.charAt(end - 1))) {
			end--;
		}
		return text.substring(start, end);
	}

	private static boolean isBlank(char c) {
		return c == ' ' || c == '\t';
	}

	private static boolean isProperty(String property) {
		int equals = property.indexOf('=');
		return (equals < 0) ? isKey(property)
				: isKey(trim(property.substring(0, equals))) && isValue(trim(property.substring(equals + 1)));
	}

	private static boolean isValue(String value) {
		boolean encoded = false;
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if (c <= ' ' || c > '~' || c == '"' || c == ',' || c == ';' || c == '\\') {
				return false;
			}
			encoded |= c == '%';
		}
		return !encoded || isDecodable(value);
	}

	/** A line break in a value would be one in a log line, and in a header. */
	private static boolean isDecodable(String value) {
		ByteBuffer bytes = ByteBuffer.allocate(value.length());
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if (c == '%') {
				int high = (i + 2 <= value.length() - 1) ? hex(value.charAt(i + 1)) : -1;
				int low = (i + 2 <= value.length() - 1) ? hex(value.charAt(i + 2)) : -1;
				if (high < 0 || low < 0) {
					return false;
				}
				bytes.put((byte) (high << 4 | low));
				i += 2;
			}
			else {
				bytes.put((byte) c);
			}
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).chars().noneMatch(BaggageGrammar::endsLine);
		}
		catch (CharacterCodingException ex) {
			return false;
		}
	}

	private static boolean endsLine(int c) {
		return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
	}

	private static int hex(char c) {
		// without the digits of other scripts, which Character knows, too
		return (c <= 'f') ? Character.digit(c, 16) : -1;
	}

	private static boolean isLetterOrDigit(char c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
	}

}
