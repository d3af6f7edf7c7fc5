package io.tracingstarter.resource;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The time that all looks together may take. Any thread.
 */
final class Deadline {

	private final long nanos;

	Deadline(Duration budget) {
		this.nanos = System.nanoTime() + budget.toNanos();
	}

	/**
	 * How much is left.
	 * @return milliseconds; 0 or less when the time is over
	 */
	long left() {
		return TimeUnit.NANOSECONDS.toMillis(this.nanos - System.nanoTime());
	}

	/**
	 * How much is left for something that takes 0 for no limit.
	 * @return milliseconds, at least 1
	 * @throws SocketTimeoutException if the time is over
	 */
	int leftOrThrow() throws SocketTimeoutException {
		long left = left();
		if (left <= 0) {
			throw new SocketTimeoutException("No time is left");
		}
		return (int) left;
	}

}
