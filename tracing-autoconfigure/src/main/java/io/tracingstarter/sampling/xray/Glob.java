package io.tracingstarter.sampling.xray;

import org.jspecify.annotations.Nullable;

/**
 * A pattern in which {@code *} stands for any number of characters and {@code ?} for one.
 * Upper and lower case are the same. Matching takes no more than the product of both
 * lengths, whatever the pattern.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/xray/latest/devguide/xray-console-sampling.html">Configuring
 * sampling rules</a>
 */
final class Glob {

	private final String pattern;

	private final boolean any;

	Glob(String pattern) {
		this.pattern = pattern;
		this.any = !pattern.isEmpty() && pattern.chars().allMatch((c) -> c == '*');
	}

	/**
	 * Whether a text matches. What is not known matches only what matches everything.
	 */
	boolean matches(@Nullable String text) {
		return this.any || (text != null && matchesKnown(text));
	}

	private boolean matchesKnown(String text) {
		int at = 0;
		int star = -1;
		int resume = 0;
		int i = 0;
		while (i < text.length()) {
			if (at < this.pattern.length() && this.pattern.charAt(at) == '*') {
				star = at++;
				resume = i;
			}
			else if (at < this.pattern.length() && same(this.pattern.charAt(at), text.charAt(i))) {
				at++;
				i++;
			}
			else if (star >= 0) {
				// the star takes one more
				at = star + 1;
				i = ++resume;
			}
			else {
				return false;
			}
		}
		while (at < this.pattern.length() && this.pattern.charAt(at) == '*') {
			at++;
		}
		return at == this.pattern.length();
	}

	private static boolean same(char pattern, char c) {
		return pattern == '?' || pattern == c || Character.toLowerCase(pattern) == Character.toLowerCase(c);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Glob glob && glob.pattern.equals(this.pattern);
	}

	@Override
	public int hashCode() {
		return this.pattern.hashCode();
	}

	@Override
	public String toString() {
		return this.pattern;
	}

}
