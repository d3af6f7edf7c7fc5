package io.tracingstarter.cli.source.log;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.tracingstarter.cli.model.EpochNanos;
import org.jspecify.annotations.Nullable;

/**
 * The time of a log line: ISO 8601 with any offset (UTC where there is none), also with
 * slashes, or a number of seconds, milliseconds, microseconds or nanoseconds since 1970,
 * in nanoseconds since 1970.
 */
final class LogTimes {

	private static final String[] FIELDS = { "@timestamp", "timestamp", "Timestamp", "@t", "time", "ts", "timeMillis",
			"timeUnixNano", "time_unix_nano", "datetime", "dateTime", "date", "eventTime", "event_time", "Time",
			"asctime", "_timestamp", "logged_at", "created", "observedTimeUnixNano", "receiveTimestamp", "t" };

	// with slashes as nginx and Go write it
	private static final String DATE = "(\\d{4})[-/](\\d\\d)[-/](\\d\\d)";

	private static final String CLOCK = "(\\d\\d):(\\d\\d):(\\d\\d)(?:[.,:](\\d{1,9})\\d{0,9})?";

	static final Pattern ISO = Pattern
		.compile(DATE + "[T_ ]" + CLOCK + "(?: ?(Z|UTC|GMT|[+-]\\d\\d(?::?\\d\\d)?))?(?![\\d:])");

	private static final int MAX_NUMBER_LENGTH = 40;

	private LogTimes() {
	}

	/**
	 * Takes the time out of a log line.
	 * @return 0 where it has none
	 */
	static long take(JsonTree tree) {
		for (String field : FIELDS) {
			long nanos = parse(tree.text(field));
			if (nanos != 0) {
				tree.takeText(field);
				return nanos;
			}
		}
		for (String field : new String[] { "instant", "timestamp" }) {
			JsonTree object = tree.takeObject(field);
			if (object != null) {
				return seconds(object.takeText("epochSecond", "seconds"), object.takeText("nanoOfSecond", "nanos"));
			}
		}
		return seconds(tree.takeText("timestampSeconds"), tree.takeText("timestampNanos"));
	}

	private static long seconds(@Nullable String seconds, @Nullable String nanos) {
		if (seconds == null) {
			return 0;
		}
		try {
			return EpochNanos
				.of(Instant.ofEpochSecond(Long.parseLong(seconds), (nanos != null) ? Long.parseLong(nanos) : 0));
		}
		catch (NumberFormatException | DateTimeException | ArithmeticException ex) {
			return 0;
		}
	}

	/**
	 * Returns the point in time that a text is.
	 * @return 0 where it is none
	 */
	static long parse(@Nullable String text) {
		if (text == null || text.isEmpty()) {
			return 0;
		}
		Matcher iso = ISO.matcher(text);
		if (iso.lookingAt()) {
			return of(iso);
		}
		return (text.length() <= MAX_NUMBER_LENGTH) ? number(text) : 0;
	}

	static long of(Matcher iso) {
		try {
			String fraction = iso.group(7);
			int nanos = (fraction != null) ? Integer.parseInt((fraction + "000000000").substring(0, 9)) : 0;
			int second = Math.min(59, Integer.parseInt(iso.group(6)));
			LocalDateTime local = LocalDateTime.of(Integer.parseInt(iso.group(1)), Integer.parseInt(iso.group(2)),
					Integer.parseInt(iso.group(3)), Integer.parseInt(iso.group(4)), Integer.parseInt(iso.group(5)),
					second, nanos);
			return EpochNanos.of(local.toInstant(offset(iso.group(8))));
		}
		catch (DateTimeException ex) {
			return 0;
		}
	}

	private static ZoneOffset offset(@Nullable String offset) {
		boolean utc = offset == null || Character.isLetter(offset.charAt(0));
		return utc ? ZoneOffset.UTC : ZoneOffset.of(offset);
	}

	// seconds, milliseconds, microseconds or nanoseconds: whichever lies between 1971 and
	// 2262
	private static long number(String text) {
		try {
			BigDecimal number = new BigDecimal(text);
			int magnitude = number.precision() - number.scale();
			if (number.signum() == 0 || magnitude > 20) {
				return 0;
			}
			int power = (magnitude <= 11) ? 9 : (magnitude <= 14) ? 6 : (magnitude <= 17) ? 3 : 0;
			BigDecimal nanos = number.scaleByPowerOfTen(power);
			if (nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
				return Long.MAX_VALUE;
			}
			return (nanos.compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) < 0) ? Long.MIN_VALUE : nanos.longValue();
		}
		catch (NumberFormatException | ArithmeticException ex) {
			return 0;
		}
	}

}
