package io.tracingstarter.cli.config;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads times and durations as people type them.
 */
public final class Times {

	private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d|w)");

	private Times() {
	}

	/**
	 * Reads a duration such as {@code 90s}, {@code 15m}, {@code 2h}, {@code 7d},
	 * {@code 1w}.
	 * @param place how a message names it
	 */
	public static Duration duration(String text, String place) {
		Matcher matcher = DURATION.matcher(text.strip());
		if (!matcher.matches()) {
			throw new ConfigurationException(place + " must be a duration such as 90s, 15m, 2h or 7d, not " + text);
		}
		long amount = Long.parseLong(matcher.group(1));
		return switch (matcher.group(2)) {
			case "ms" -> Duration.ofMillis(amount);
			case "s" -> Duration.ofSeconds(amount);
			case "m" -> Duration.ofMinutes(amount);
			case "h" -> Duration.ofHours(amount);
			case "d" -> Duration.ofDays(amount);
			default -> Duration.ofDays(7 * amount);
		};
	}

	/**
	 * Reads a point in time: a duration before now, {@code now}, an ISO time with or
	 * without zone, a date, a time of the last 24 hours, or seconds or milliseconds since
	 * 1970. Without a zone it is the clock's.
	 * @param place how a message names it
	 */
	public static Instant instant(String text, String place, Clock clock) {
		String typed = text.strip();
		if ("now".equals(typed)) {
			return clock.instant();
		}
		if (DURATION.matcher(typed).matches()) {
			return clock.instant().minus(duration(typed, place));
		}
		if (typed.matches("\\d{9,13}")) {
			long number = Long.parseLong(typed);
			return (typed.length() > 11) ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
		}
		try {
			return parsed(typed.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T"), clock);
		}
		catch (DateTimeException ex) {
			throw new ConfigurationException(place + " must be a time such as 2h (ago), 14:30, 2026-11-20T14:30, or "
					+ "2026-11-20T14:30:00Z, not " + text);
		}
	}

	private static Instant parsed(String text, Clock clock) {
		if (text.length() <= 8 && text.indexOf(':') > 0) {
			LocalTime time = LocalTime.parse((text.indexOf(':') == 1) ? "0" + text : text);
			ZonedDateTime today = ZonedDateTime.now(clock).with(time);
			return (today.toInstant().isAfter(clock.instant()) ? today.minusDays(1) : today).toInstant();
		}
		if (text.indexOf('T') < 0) {
			return LocalDate.parse(text).atStartOfDay(clock.getZone()).toInstant();
		}
		try {
			return OffsetDateTime.parse(text).toInstant();
		}
		catch (DateTimeException ex) {
			return LocalDateTime.parse(text).atZone(clock.getZone()).toInstant();
		}
	}

}
