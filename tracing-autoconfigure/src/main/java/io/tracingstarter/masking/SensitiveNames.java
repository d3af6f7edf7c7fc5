package io.tracingstarter.masking;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Decides whether a field's name says that its value is a secret.
 * <p>
 * A name is sensitive if it ends with one of the words; case and the characters
 * {@code - _ .} and space do not count, so {@code X-Api-Key}, {@code api_key} and
 * {@code stripeApiKey} are all {@code apikey}. Short words and the user's own match only
 * as whole words, because {@code pin} must not hide {@code shipping}. Safe for use by
 * many threads.
 */
final class SensitiveNames {

	/**
	 * How a sensitive name's value is written.
	 */
	enum Kind {

		/** One word or one quoted or bracketed value. */
		VALUE,

		/** A scheme and its credentials, as in RFC 9110 section 11.4. */
		CREDENTIALS,

		/** Everything up to the end of the line. */
		LINE

	}

	private static final String[] ENDINGS = { "password", "passwords", "passwd", "passphrase", "secret", "secrets",
			"token", "passwordconfirm", "passwordconfirmation", "apikey", "privatekey", "secretkey", "accesskey",
			"credential", "credentials", "cardnumber" };

	private static final String[] WORDS = { "pwd", "cvv", "cvc" };

	private static final int MAX_SEPARATORS = 2;

	private static final int MAX_NUMBER = 2;

	// read from the last letter to the first, so that one walk tries all words at once
	private final Node root = new Node();

	SensitiveNames(Collection<String> additional) {
		for (String ending : ENDINGS) {
			add(ending, Kind.VALUE, false);
		}
		for (String word : WORDS) {
			add(word, Kind.VALUE, true);
		}
		add("authorization", Kind.CREDENTIALS, false);
		add("cookie", Kind.LINE, false);
		add("cookies", Kind.LINE, false);
		for (String name : additional) {
			add(name, Kind.VALUE, true);
		}
	}

	private void add(String word, Kind kind, boolean whole) {
		Node node = this.root;
		for (int i = word.length() - 1; i >= 0; i--) {
			char letter = lower(word.charAt(i));
			if (!isSeparator(letter)) {
				node = node.next.computeIfAbsent(letter, (ignored) -> new Node());
			}
		}
		// what the defaults cover more broadly is not narrowed by naming it again
		if (node != this.root && node.kind == null) {
			node.kind = kind;
			node.whole = whole;
		}
	}

	/**
	 * Looks at the name that ends at a position.
	 * @param text the text that contains the name
	 * @param end index after the name's last character
	 * @return how the value is written, or {@code null} if the name is not sensitive
	 */
	@Nullable Kind find(String text, int end) {
		Kind kind = findExact(text, end);
		return (kind == null && CardNumbers.isDigit(text, end - 1)) ? findExact(text, withoutNumber(text, end)) : kind;
	}

	// password2
	private static int withoutNumber(String text, int end) {
		int i = end;
		while (i > 0 && end - i < MAX_NUMBER && CardNumbers.isDigit(text, i - 1)) {
			i--;
		}
		return i;
	}

	private @Nullable Kind findExact(String text, int end) {
		Kind found = null;
		Node node = this.root;
		int separators = 0;
		for (int i = end - 1; i >= 0; i--) {
			char letter = text.charAt(i);
			if (isSeparator(letter)) {
				if (++separators > MAX_SEPARATORS) {
					break;
				}
				continue;
			}
			separators = 0;
			Node next = node.follow(lower(letter));
			if (next == null) {
				break;
			}
			node = next;
			if (node.kind != null && (!node.whole || startsWord(text, i))) {
				found = node.kind;
			}
		}
		return found;
	}

	private static boolean startsWord(String text, int index) {
		if (index == 0) {
			return true;
		}
		char before = text.charAt(index - 1);
		return !Character.isLetterOrDigit(before)
				|| (Character.isUpperCase(text.charAt(index)) && !Character.isUpperCase(before));
	}

	private static boolean isSeparator(char letter) {
		return letter == '-' || letter == '_' || letter == '.' || letter == ' ';
	}

	private static char lower(char letter) {
		if (letter < 128) {
			return (letter >= 'A' && letter <= 'Z') ? (char) (letter + 32) : letter;
		}
		return Character.toLowerCase(letter);
	}

	private static final class Node {

		private final Map<Character, Node> next = new HashMap<>();

		private @Nullable Kind kind;

		private boolean whole;

		@Nullable Node follow(char letter) {
			// boxing allocates nothing: Character caches ASCII, and other letters are
			// rare
			return this.next.get(letter);
		}

	}

}
