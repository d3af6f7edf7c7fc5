package io.tracingstarter.cli.source.splunk;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Writes searches in Splunk's language.
 */
final class SplunkQuery {

	private SplunkQuery() {
	}

	/**
	 * Returns the search for lines that hold one of the words. In quotation marks all but
	 * the quotation mark, the backslash and the star is itself; a star finds too much, of
	 * which the rest is left out later.
	 */
	static String anyOf(String index, Collection<String> words) {
		return "search " + scope(index)
				+ words.stream().map(SplunkQuery::quote).collect(Collectors.joining(" OR ", "(", ")"));
	}

	/**
	 * Returns the search with no more than so many rows, and only what is needed of each.
	 */
	static String limited(String search, int rows) {
		return search + " | head " + rows + " | fields _raw, _time, host, source, sourcetype, index";
	}

	static String quote(String text) {
		return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
	}

	private static String scope(String index) {
		return index.isEmpty() ? "" : "index=" + (index.matches("[A-Za-z0-9_*-]+") ? index : quote(index)) + " ";
	}

}
