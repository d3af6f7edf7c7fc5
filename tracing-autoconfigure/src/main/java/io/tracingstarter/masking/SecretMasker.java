package io.tracingstarter.masking;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Replaces secrets by {@value #MASK}: the whole value of a field whose name is sensitive,
 * and in any text name-value pairs, {@code Authorization} and cookie headers, bearer
 * tokens, credentials and queries in URLs, and card numbers.
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

	private final boolean queries;

	private SecretMasker(@Nullable SensitiveNames names, List<Pattern> patterns, boolean queries) {
		this.names = names;
		this.scanner = (names != null) ? new SecretScanner(names, queries) : null;
		this.queries = queries;
		this.patterns = patterns.toArray(new Pattern[0]);
	}

	/**
	 * A masker that leaves everything as it is.
	 * @return the masker
	 */
	public static SecretMasker none() {
		return new SecretMasker(null, List.of(), false);
	}

	/**
	 * A masker of the built-in rules and more.
	 * @param names names of fields that are masked too; each matches as a whole word at
	 * the end of a field's name, without regard to case, {@code -}, {@code _} and
	 * {@code .}
	 * @param patterns whatever part of a text one of them matches is masked too
	 * @param queries whether to mask the query of a URL as a whole; if not, what is
	 * sensitive in it is still masked
	 * @return the masker
	 */
	public static SecretMasker of(Collection<String> names, List<Pattern> patterns, boolean queries) {
		return new SecretMasker(new SensitiveNames(names), patterns, queries);
	}

	/**
	 * Whether there is anything to mask at all.
	 * @return {@code false} if every text stays as it is
	 */
	public boolean isActive() {
		return this.scanner != null;
	}

	/**
	 * Whether the query of a URL is masked as a whole.
	 * @return {@code true} if nothing of it may be shown
	 */
	public boolean masksQueries() {
		return this.queries;
	}

	/**
	 * Masks a text that is a URL as a whole, relative or not.
	 * @param url the URL
	 * @return the same string if there is nothing to mask
	 */
	String maskUrl(String url) {
		int query = this.queries ? url.indexOf('?') + 1 : 0;
		return mask((query > 0 && query < url.length()) ? url.substring(0, query) + MASK : url);
	}

	/**
	 * Masks the query of a URL that stands alone.
	 * @param query the query
	 * @return the same string if there is nothing to mask
	 */
	String maskQuery(String query) {
		return (this.queries && !query.isEmpty()) ? MASK : mask(query);
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
