package io.tracingstarter.cli.config;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts environment variables where a value says <code>${NAME}</code> or
 * <code>${NAME:default}</code>, so that secrets need not stand in files.
 */
final class Placeholders {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::([^}]*))?}");

	private final Map<String, String> environment;

	Placeholders(Map<String, String> environment) {
		this.environment = environment;
	}

	String resolve(String value, String place) {
		Matcher matcher = PLACEHOLDER.matcher(value);
		return matcher.replaceAll((match) -> Matcher.quoteReplacement(value(match.group(1), match.group(2), place)));
	}

	private String value(String name, String fallback, String place) {
		String value = this.environment.getOrDefault(name, fallback);
		if (value == null) {
			throw new MissingVariableException(
					place + " needs the environment variable " + name + ", which is not set.",
					"Set it, or write a default behind a colon.");
		}
		return value;
	}

}
