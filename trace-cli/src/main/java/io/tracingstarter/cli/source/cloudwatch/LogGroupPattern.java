package io.tracingstarter.cli.source.cloudwatch;

import java.util.regex.Pattern;

/**
 * A name, an ARN or a pattern of log groups. In a pattern {@code *} stands for any
 * characters and {@code ?} for one.
 *
 * @param text as it was configured
 */
record LogGroupPattern(String text) {

	boolean isPattern() {
		return prefix().length() < this.text.length();
	}

	/**
	 * Returns the part before the first {@code *} or {@code ?}.
	 */
	String prefix() {
		int end = 0;
		while (end < this.text.length() && this.text.charAt(end) != '*' && this.text.charAt(end) != '?') {
			end++;
		}
		return this.text.substring(0, end);
	}

	boolean matches(String group) {
		StringBuilder regex = new StringBuilder();
		StringBuilder literal = new StringBuilder();
		for (char c : this.text.toCharArray()) {
			if (c == '*' || c == '?') {
				regex.append(Pattern.quote(literal.toString())).append((c == '*') ? ".*" : ".");
				literal.setLength(0);
			}
			else {
				literal.append(c);
			}
		}
		return Pattern.matches(regex + Pattern.quote(literal.toString()), group);
	}

}
