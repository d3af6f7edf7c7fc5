package io.tracingstarter.export;

import java.time.Duration;

/**
 * How an export that failed for a time is tried again. Names are those of the
 * OpenTelemetry collector and of Spring's {@code ExponentialBackOff}.
 *
 * @param initialInterval longest wait after the first failure; doubles with each further
 * one
 * @param maxInterval longest wait, unless the backend asks for a longer one
 * @param maxElapsedTime time after its first export from which a batch that fails again
 * is lost; zero to try once only. Also the longest wait that a backend can ask for, where
 * larger than {@code maxInterval}
 */
public record RetrySettings(Duration initialInterval, Duration maxInterval, Duration maxElapsedTime) {

	/**
	 * Waits of 1 to 30 seconds, for 5 minutes.
	 */
	public static final RetrySettings DEFAULTS = new RetrySettings(Duration.ofSeconds(1), Duration.ofSeconds(30),
			Duration.ofMinutes(5));

	public RetrySettings {
		if (initialInterval.isZero() || initialInterval.isNegative() || maxInterval.compareTo(initialInterval) < 0
				|| maxElapsedTime.isNegative()) {
			throw new IllegalArgumentException(
					"Times must satisfy 0 < initialInterval <= maxInterval and 0 <= maxElapsedTime");
		}
	}

	/**
	 * Longest wait that a backend can ask for.
	 * @return the larger of the two limits
	 */
	Duration longestWait() {
		return (this.maxElapsedTime.compareTo(this.maxInterval) > 0) ? this.maxElapsedTime : this.maxInterval;
	}

}
