package io.tracingstarter.cli.render;

import java.time.ZoneId;

/**
 * How text is shown.
 *
 * @param width the columns of the terminal; less than 60 counts as 60
 * @param style what the terminal can show
 * @param zone the time zone of times
 * @param masking whether secrets are hidden
 * @param verbose whether to show every span, log line, attribute and stack trace
 */
public record TextOptions(int width, Style style, ZoneId zone, Masking masking, boolean verbose) {

	private static final int MIN_WIDTH = 60;

	private static final int MAX_WIDTH = 500;

	public TextOptions {
		width = Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, width));
	}

	/** The most spans that are shown one by one. */
	int maxSpans() {
		return this.verbose ? Integer.MAX_VALUE : 500;
	}

	/** The most log lines that are shown of a span, or outside of all. */
	int maxLines() {
		return this.verbose ? Integer.MAX_VALUE : 20;
	}

	/** How many spans with the same name beside each other are shown one by one. */
	int maxAlike() {
		return this.verbose ? Integer.MAX_VALUE : 5;
	}

	/** The most frames that are shown of a stack trace. */
	int maxFrames() {
		return this.verbose ? 100 : 3;
	}

}
