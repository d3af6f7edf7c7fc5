package io.tracingstarter.cli.source.log;

import java.util.regex.Pattern;

/**
 * The colours in what a program wrote to a console: they stand between all that a reader
 * of the line looks for.
 */
final class ConsoleColours {

	private static final char ESCAPE = '\u001b';

	private static final Pattern COLOUR = Pattern.compile(ESCAPE + "\\[[0-9;]*+m");

	private ConsoleColours() {
	}

	static String strip(String line) {
		return (line.indexOf(ESCAPE) < 0) ? line : COLOUR.matcher(line).replaceAll("");
	}

}
