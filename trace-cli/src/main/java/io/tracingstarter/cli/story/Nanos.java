package io.tracingstarter.cli.story;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Arithmetic with nanoseconds that never overflows, and durations as text for warnings.
 */
final class Nanos {

	static final long MILLISECOND = 1_000_000L;

	static final long SECOND = 1_000 * MILLISECOND;

	private Nanos() {
	}

	/** Returns a point in time less a difference, never before 1970. */
	static long minus(long time, long difference) {
		long result = time - difference;
		if (((time ^ difference) & (time ^ result)) < 0) {
			return (time < 0) ? 0 : Long.MAX_VALUE;
		}
		return Math.max(0, result);
	}

	static long plus(long first, long second) {
		long result = first + second;
		if (((first ^ result) & (second ^ result)) < 0) {
			return (first < 0) ? Long.MIN_VALUE + 1 : Long.MAX_VALUE;
		}
		return result;
	}

	/** Returns how many decimals of a second a time has, at most 9, in steps of three. */
	static int precision(long nanos) {
		if (nanos % 1_000 != 0) {
			return 9;
		}
		if (nanos % MILLISECOND != 0) {
			return 6;
		}
		return (nanos % SECOND != 0) ? 3 : 0;
	}

	static String text(long nanos) {
		if (nanos >= SECOND) {
			return decimal(nanos, SECOND) + " s";
		}
		return decimal(nanos, MILLISECOND) + " ms";
	}

	private static String decimal(long nanos, long unit) {
		return BigDecimal.valueOf(nanos)
			.divide(BigDecimal.valueOf(unit), 1, RoundingMode.HALF_UP)
			.stripTrailingZeros()
			.toPlainString();
	}

}
