package io.tracingstarter.cli.command;

import java.util.Map;

/**
 * What is known of the terminal; {@code bin/trace-request} finds it out and hands it over
 * as system properties, since Java cannot.
 *
 * @param out whether standard output is one
 * @param err whether standard error is one
 * @param columns how wide it is
 * @param colour whether it may be coloured
 */
record Terminal(boolean out, boolean err, int columns, boolean colour) {

	static final int DEFAULT_COLUMNS = 120;

	static final int MIN_COLUMNS = 60;

	static final int MAX_COLUMNS = 500;

	static Terminal of(Map<Object, Object> properties, Map<String, String> environment) {
		String streams = String.valueOf(properties.getOrDefault("trace-request.terminal", ""));
		boolean out = streams.contains("out");
		boolean plain = !environment.getOrDefault("NO_COLOR", "").isEmpty() || "dumb".equals(environment.get("TERM"));
		return new Terminal(out, streams.contains("err"),
				columns(String.valueOf(properties.getOrDefault("trace-request.columns", ""))), out && !plain);
	}

	private static int columns(String text) {
		try {
			return Math.max(MIN_COLUMNS, Math.min(MAX_COLUMNS, Integer.parseInt(text.strip())));
		}
		catch (NumberFormatException ex) {
			return DEFAULT_COLUMNS;
		}
	}

}
