package io.tracingstarter.cli.render;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import io.tracingstarter.cli.model.EpochNanos;

/**
 * Times and durations as people read them.
 */
final class Times {

	private static final long MICRO = 1_000L;

	private static final long MILLI = 1_000_000L;

	private static final long SECOND = 1_000_000_000L;

	private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

	private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern(" zzz", Locale.ROOT);

	private Times() {
	}

	static String point(long nanos, ZoneId zone) {
		ZonedDateTime time = EpochNanos.toInstant(nanos).atZone(zone);
		return FORMAT.format(time) + (zone.equals(ZoneOffset.UTC) ? " UTC" : ZONE.format(time));
	}

	/** Returns a point in time as how long after another it is. */
	static String offset(long nanos, long start) {
		long offset = nanos - start;
		return (offset < 0) ? "-" + duration(-offset) : "+" + duration(offset);
	}

	static String duration(long nanos) {
		if (nanos < 0) {
			return "-" + duration((nanos == Long.MIN_VALUE) ? Long.MAX_VALUE : -nanos);
		}
		if (nanos < MILLI) {
			return (nanos == 0) ? "0 ms" : fraction((nanos + MICRO / 2) / MICRO, 3) + " ms";
		}
		if (nanos < SECOND) {
			return fraction((nanos + MILLI / 20) / (MILLI / 10), 1) + " ms";
		}
		if (nanos < 60 * SECOND) {
			return fraction((nanos + MILLI / 2) / MILLI, 3) + " s";
		}
		long seconds = nanos / SECOND;
		if (seconds < 3600) {
			return seconds / 60 + "m " + two(seconds % 60) + "s";
		}
		long hours = seconds / 3600;
		return (hours < 48) ? hours + "h " + two(seconds / 60 % 60) + "m" : hours / 24 + "d " + two(hours % 24) + "h";
	}

	private static String fraction(long value, int decimals) {
		String digits = Long.toString(value);
		if (digits.length() <= decimals) {
			digits = "0".repeat(decimals + 1 - digits.length()) + digits;
		}
		int point = digits.length() - decimals;
		return digits.substring(0, point) + '.' + digits.substring(point);
	}

	private static String two(long value) {
		return (value < 10) ? "0" + value : Long.toString(value);
	}

}
