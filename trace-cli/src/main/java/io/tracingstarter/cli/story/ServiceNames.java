package io.tracingstarter.cli.story;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Knows how each service writes its name: some stores put names into lower case.
 */
final class ServiceNames {

	private final Map<String, String> spellings = new HashMap<>();

	void add(String name) {
		this.spellings.merge(key(name), name, (known, other) -> isLower(known) ? other : known);
	}

	String spelling(String name) {
		return this.spellings.getOrDefault(key(name), name);
	}

	boolean isKnown(String name) {
		return this.spellings.containsKey(key(name));
	}

	private static boolean isLower(String name) {
		return name.equals(key(name));
	}

	static String key(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

}
