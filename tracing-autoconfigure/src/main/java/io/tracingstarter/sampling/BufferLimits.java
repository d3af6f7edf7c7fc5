package io.tracingstarter.sampling;

import java.time.Duration;

/**
 * How much may wait for what becomes of its trace.
 *
 * @param traces requests at a time
 * @param spans spans of all of them
 * @param spansPerTrace spans of one
 * @param age how long one may wait
 */
public record BufferLimits(int traces, int spans, int spansPerTrace, Duration age) {

	public BufferLimits {
		if (traces < 1 || spans < 1 || spansPerTrace < 1 || age.isZero() || age.isNegative()) {
			throw new IllegalArgumentException("Limits must be positive");
		}
	}

}
