package io.tracingstarter.logging;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import tools.jackson.core.JsonGenerator;

/**
 * Writes points in time as ISO 8601 in UTC with microseconds, which is what the clock of
 * a common JVM gives. Formats the date once for each second. Safe for use by many
 * threads.
 */
final class Timestamps {

	private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.");

	private static final int FRACTION_DIGITS = 6;

	private static final int NANOS_PER_MICRO = 1_000;

	private static final long NANOS_PER_SECOND = 1_000_000_000L;

	private volatile Second last = new Second(0);

	void write(JsonGenerator generator, Instant instant) {
		Second second = this.last;
		if (second.epoch != instant.getEpochSecond()) {
			second = new Second(instant.getEpochSecond());
			this.last = second;
		}
		int length = second.text.length + FRACTION_DIGITS + 1;
		char[] text = new char[length];
		System.arraycopy(second.text, 0, text, 0, second.text.length);
		int micros = instant.getNano() / NANOS_PER_MICRO;
		for (int i = length - 2; i >= second.text.length; i--) {
			text[i] = (char) ('0' + micros % 10);
			micros /= 10;
		}
		text[length - 1] = 'Z';
		generator.writeString(text, 0, length);
	}

	static String nanos(Instant instant) {
		return Long.toString(instant.getEpochSecond() * NANOS_PER_SECOND + instant.getNano());
	}

	private static final class Second {

		private final long epoch;

		private final char[] text;

		Second(long epoch) {
			this.epoch = epoch;
			this.text = SECONDS.format(LocalDateTime.ofEpochSecond(epoch, 0, ZoneOffset.UTC)).toCharArray();
		}

	}

}
