package io.tracingstarter.export.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads the header {@code Retry-After}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110, section
 * 10.2.3</a>
 */
final class RetryAfter {

	private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

	private RetryAfter() {
	}

	/**
	 * How long the header asks to wait.
	 * @param header the value, seconds or a date; {@code null} where there is none
	 * @param now the time
	 * @return the wait; zero where there is none or it makes no sense
	 */
	static Duration parse(@Nullable String header, Instant now) {
		String value = (header != null) ? header.strip() : "";
		if (SECONDS.matcher(value).matches()) {
			return Duration.ofSeconds(Long.parseLong(value));
		}
		try {
			Instant date = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT).parse(value, Instant::from);
			return date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO;
		}
		catch (DateTimeException | ArithmeticException ex) {
			return Duration.ZERO;
		}
	}

}
