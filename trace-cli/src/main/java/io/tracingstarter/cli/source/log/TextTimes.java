package io.tracingstarter.cli.source.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.tracingstarter.cli.model.EpochNanos;

/**
 * The time that stands in a text line: as JSON has it, or as the access and error logs of
 * web servers do (UTC where there is no offset).
 */
final class TextTimes {

	private static final Pattern ACCESS_LOG = Pattern
		.compile("\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d [+-]\\d{4}");

	private static final DateTimeFormatter ACCESS_LOG_TIME = DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss Z",
			Locale.ENGLISH);

	private static final Pattern ERROR_LOG = Pattern
		.compile("[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([ \\d]\\d) (\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?+) (\\d{4})");

	private static final DateTimeFormatter ERROR_LOG_TIME = new DateTimeFormatterBuilder().appendPattern("d MMM uuuu ")
		.append(DateTimeFormatter.ISO_LOCAL_TIME)
		.toFormatter(Locale.ENGLISH);

	private TextTimes() {
	}

	/**
	 * Returns the first point in time that stands in a text: those behind it are part of
	 * what the line says, such as of the address that was asked for.
	 * @return nanoseconds since 1970; 0 where there is none
	 */
	static long find(String text) {
		Matcher iso = LogTimes.ISO.matcher(text);
		Matcher access = ACCESS_LOG.matcher(text);
		Matcher error = ERROR_LOG.matcher(text);
		int isoStart = start(iso);
		int accessStart = start(access);
		int errorStart = start(error);
		if (isoStart < accessStart && isoStart < errorStart) {
			return LogTimes.of(iso);
		}
		if (accessStart == errorStart) {
			return 0;
		}
		try {
			return EpochNanos.of((accessStart < errorStart) ? access(access) : error(error));
		}
		catch (DateTimeException ex) {
			return 0;
		}
	}

	private static int start(Matcher matcher) {
		return matcher.find() ? matcher.start() : Integer.MAX_VALUE;
	}

	private static Instant access(Matcher access) {
		return OffsetDateTime.parse(access.group(), ACCESS_LOG_TIME).toInstant();
	}

	private static Instant error(Matcher error) {
		String date = error.group(2).strip() + " " + error.group(1) + " " + error.group(4);
		return LocalDateTime.parse(date + " " + error.group(3), ERROR_LOG_TIME).toInstant(ZoneOffset.UTC);
	}

}
