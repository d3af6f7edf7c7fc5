package io.tracingstarter.export.aws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/**
 * A clock that is wrong, by now more and now less.
 */
final class MovedClock extends Clock {

	private final Supplier<Duration> wrong;

	MovedClock(Supplier<Duration> wrong) {
		this.wrong = wrong;
	}

	@Override
	public Instant instant() {
		return Instant.now().plus(this.wrong.get());
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this;
	}

}
