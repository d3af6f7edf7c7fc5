package io.tracingstarter.autoconfigure.masking;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import io.tracingstarter.autoconfigure.InvalidTracingPropertyException;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which secrets are kept out of log lines and spans.
 *
 * @param enabled Whether to replace passwords, tokens, keys, authorization headers,
 * cookies, card numbers, and credentials and queries of URLs by "****".
 * @param urlQueries Whether to replace the query of a URL as a whole. If not, what is
 * sensitive in it is still replaced.
 * @param fields Names of further fields to mask, for example "ssn". Each matches as a
 * whole word at the end of a name, in any case: "ssn", "customer.ssn" and "customerSsn".
 * @param patterns Regular expressions for further secrets. Whatever part of a text one of
 * them matches is masked.
 */
@ConfigurationProperties(MaskingProperties.PREFIX)
public record MaskingProperties(@DefaultValue("true") boolean enabled, @DefaultValue("true") boolean urlQueries,
		@DefaultValue List<String> fields, @DefaultValue List<String> patterns) {

	static final String PREFIX = "tracing.masking";

	/**
	 * Checks the patterns.
	 * @throws InvalidTracingPropertyException if one is wrong
	 */
	public MaskingProperties {
		for (int i = 0; i < patterns.size(); i++) {
			validate(PREFIX + ".patterns[" + i + "]", patterns.get(i));
		}
	}

	private static void validate(String property, String pattern) {
		try {
			if (Pattern.compile(pattern).matcher("").find()) {
				throw new InvalidTracingPropertyException(property, pattern,
						"it matches the empty text, and so between any two characters of each line.",
						"Write an expression that takes at least one character, or remove it.");
			}
		}
		catch (PatternSyntaxException ex) {
			throw new InvalidTracingPropertyException(property, pattern,
					"not a regular expression: " + ex.getDescription()
							+ ((ex.getIndex() >= 0) ? " at index " + ex.getIndex() : "") + ".",
					"Write a regular expression of java.util.regex.Pattern, in single quotes so that YAML leaves its backslashes alone, or remove it.");
		}
	}

}
