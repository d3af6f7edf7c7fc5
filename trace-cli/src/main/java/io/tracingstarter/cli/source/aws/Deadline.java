package io.tracingstarter.cli.source.aws;

import java.time.Duration;

/**
 * Until when a source may work on a question: a little shorter than its time-out, so that
 * what was found by then is not lost.
 *
 * @param nanoTime the end, on the clock of {@link System#nanoTime()}
 */
public record Deadline(long nanoTime) {

	/**
	 * Returns the deadline of a time-out that begins now.
	 */
	public static Deadline within(Duration timeout) {
		return new Deadline(System.nanoTime() + timeout.toNanos() / 10 * 9);
	}

	/**
	 * Returns the nanoseconds that are left; 0 when the time is up.
	 */
	public long remainingNanos() {
		return Math.max(0, this.nanoTime - System.nanoTime());
	}

	/**
	 * Sleeps, but not beyond the deadline.
	 * @throws InterruptedException when the thread is interrupted
	 */
	public void sleep(Duration time) throws InterruptedException {
		long nanos = Math.min(time.toNanos(), remainingNanos());
		Thread.sleep(nanos / 1_000_000, (int) (nanos % 1_000_000));
	}

}
