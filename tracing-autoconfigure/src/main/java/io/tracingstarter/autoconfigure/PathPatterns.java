package io.tracingstarter.autoconfigure;

import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;

/**
 * Checks path patterns that users write.
 */
public final class PathPatterns {

	private static final String ACTION = "Write a path that begins with a slash, such as /internal/** or /orders/*/ping.";

	private PathPatterns() {
	}

	/**
	 * Checks a pattern.
	 * @param property full name of the property
	 * @param path the pattern
	 * @throws InvalidTracingPropertyException if it cannot be a path pattern
	 */
	public static void require(String property, String path) {
		if (!path.startsWith("/")) {
			throw new InvalidTracingPropertyException(property, path, "it does not begin with a slash.", ACTION);
		}
		try {
			PathPatternParser.defaultInstance.parse(path);
		}
		catch (PatternParseException ex) {
			throw new InvalidTracingPropertyException(property, path, "it is not a path pattern.", ACTION);
		}
	}

}
