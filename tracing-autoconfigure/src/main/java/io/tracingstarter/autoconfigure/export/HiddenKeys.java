package io.tracingstarter.autoconfigure.export;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Knows the properties that hold secrets, in every spelling that Spring Boot binds.
 */
final class HiddenKeys {

	private static final Pattern NOT_ALPHANUMERIC = Pattern.compile("[^a-z0-9]");

	private static final Pattern SECRET = Pattern
		.compile("tracing(?:exporters(?:[a-z0-9]*apikey|[a-z0-9]+?headers.*)|samplingdebugsecret)");

	private static final Pattern ENDPOINT = Pattern.compile("tracingexporters[a-z0-9]+endpoint");

	private HiddenKeys() {
	}

	/**
	 * Whether the value is a secret as a whole.
	 */
	static boolean isSecret(String key) {
		return SECRET.matcher(canonical(key)).matches();
	}

	/**
	 * Whether the value is a URL that may hold credentials.
	 */
	static boolean isEndpoint(String key) {
		return ENDPOINT.matcher(canonical(key)).matches();
	}

	private static String canonical(String key) {
		return NOT_ALPHANUMERIC.matcher(key.toLowerCase(Locale.ROOT)).replaceAll("");
	}

}
