package io.tracingstarter.cli.config;

import java.util.Collection;
import java.util.Comparator;

/**
 * Finds what somebody probably meant.
 */
final class Similar {

	private Similar() {
	}

	/**
	 * Returns " Do you mean …?", or nothing where no known name is near.
	 */
	static String hint(String typed, Collection<String> known) {
		return known.stream()
			.min(Comparator.comparingInt((name) -> distance(typed, name)))
			.filter((name) -> distance(typed, name) <= Math.max(1, name.length() / 3))
			.map((name) -> " Do you mean \"" + name + "\"?")
			.orElse("");
	}

	/** The distance of Levenshtein: how many letters to add, drop or change. */
	private static int distance(String left, String right) {
		int[] row = new int[right.length() + 1];
		for (int j = 0; j <= right.length(); j++) {
			row[j] = j;
		}
		for (int i = 1; i <= left.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= right.length(); j++) {
				int change = diagonal + ((left.charAt(i - 1) == right.charAt(j - 1)) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
			}
		}
		return row[right.length()];
	}

}
