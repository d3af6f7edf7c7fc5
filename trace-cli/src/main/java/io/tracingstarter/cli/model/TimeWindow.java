package io.tracingstarter.cli.model;

import java.time.Duration;
import java.time.Instant;

/**
 * The time that is searched.
 *
 * @param from its beginning, inclusive
 * @param until its end, exclusive, after the beginning
 */
public record TimeWindow(Instant from, Instant until) {

	public TimeWindow {
		if (!from.isBefore(until)) {
			throw new IllegalArgumentException("The window ends at " + until + ", before it begins at " + from);
		}
	}

	/**
	 * Returns the window with so much more at both ends.
	 */
	public TimeWindow padded(Duration padding) {
		return new TimeWindow(this.from.minus(padding), this.until.plus(padding));
	}

	public long fromNanos() {
		return EpochNanos.of(this.from);
	}

	public long untilNanos() {
		return EpochNanos.of(this.until);
	}

}
