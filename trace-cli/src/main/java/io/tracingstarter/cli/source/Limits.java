package io.tracingstarter.cli.source;

import java.time.Duration;

/**
 * How much a source brings at most. What is beyond is left out and said so.
 *
 * @param spans the most spans
 * @param lines the most log lines
 * @param lineBytes the most bytes of one log line that are kept
 * @param timeout the most time that a source has for one question
 */
public record Limits(int spans, int lines, int lineBytes, Duration timeout) {

	public static final Limits DEFAULTS = new Limits(100_000, 50_000, 256 * 1024, Duration.ofSeconds(30));

	/**
	 * Returns the same limits with another time-out.
	 */
	public Limits within(Duration timeout) {
		return new Limits(this.spans, this.lines, this.lineBytes, timeout);
	}

}
