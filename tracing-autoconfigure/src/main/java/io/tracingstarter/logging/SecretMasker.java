package io.tracingstarter.logging;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Replaces secrets in log lines by {@value #MASK}: the whole value of a field whose name
 * is sensitive, and in any text name-value pairs, {@code Authorization} and cookie
 * headers, bearer tokens, passwords in URLs and card numbers.
 * <p>
 * The built-in rules take time linear in the text's length and allocate nothing where
 * there is nothing to mask. Patterns are applied after them; what they cost is up to the
 * one who writes them. Safe for use by many threads.
 */
public final class SecretMasker {

	/**
	 * What stands in the place of a secret.
	 */
	public static final String MASK = "****";

	private static final long SMALLEST_CARD_NUMBER = 1_000_000_000_000L;

	private final @Nullable SensitiveNames names;

	private final @Nullable SecretScanner scanner;

	private final Pattern[] patterns;

	private SecretMasker(@Nullable SensitiveNames names, List<Pattern> patterns) {
		this.names = names;
		this.scanner = (names != null) ? new SecretScanner(names) : null;
		this.patterns = patterns.toArray(new Pattern[0]);
	}

	/**
	 * A masker that leaves everything as it is.
	 * @return the masker
	 */
	public static SecretMasker none() {
		return new SecretMasker(null, List.of());
	}

	/**
	 * A masker of the built-in rules and more.
	 * @param names names of fields that are masked too; each matches as a whole word at
	 * the end of a field's name, without regard to case, {@code -}, {@code _} and
	 * {@code .}
	 * @param patterns whatever part of a text one of them matches is masked too
	 * @return the masker
	 */
	public static SecretMasker of(Collection<String> names, List<Pattern> patterns) {
		return new SecretMasker(new SensitiveNames(names), patterns);
	}

	/**
	 * Tells whether a field's value has to be masked whatever it is.
	 * @param name the field's name
	 * @return whether the name is sensitive
	 */
	public boolean isSecret(String name) {
		return this.names != null && this.names.find(name, name.length()) != null;
	}

	/**
	 * Masks the secrets in a text.
	 * @param text any text
	 * @return the same string if there are none
	 */
	public String mask(String text) {
		if (this.scanner == null) {
			return text;
		}
		String masked = this.scanner.mask(text);
		for (Pattern pattern : this.patterns) {
			masked = mask(masked, pattern);
		}
		return masked;
	}

	/**
	 * Tells whether a number is a card number.
	 * @param number any number
	 * @return whether it has to be masked
	 */
	public boolean isSecret(long number) {
		if (this.scanner == null || number < SMALLEST_CARD_NUMBER) {
			return false;
		}
		String digits = Long.toString(number);
		return CardNumbers.end(digits, 0) == digits.length();
	}

	private static String mask(String text, Pattern pattern) {
		try {
			Matcher matcher = pattern.matcher(text);
			return matcher.find() ? matcher.replaceAll(MASK) : text;
		}
		catch (StackOverflowError ex) {
			// some patterns recurse once for each character; the secret must not get out
			return MASK;
		}
	}

}
