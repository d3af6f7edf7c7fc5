package io.tracingstarter.cli.model;

import java.time.Instant;

/**
 * Points in time as nanoseconds since 1970-01-01T00:00:00Z. What lies outside of what a
 * {@code long} can count (1677 to 2262) becomes the nearest point inside.
 */
public final class EpochNanos {

	private static final long NANOS_PER_SECOND = 1_000_000_000L;

	private EpochNanos() {
	}

	public static long of(Instant instant) {
		try {
			return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS_PER_SECOND), instant.getNano());
		}
		catch (ArithmeticException ex) {
			return (instant.getEpochSecond() < 0) ? Long.MIN_VALUE : Long.MAX_VALUE;
		}
	}

	public static Instant toInstant(long nanos) {
		return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
	}

}
