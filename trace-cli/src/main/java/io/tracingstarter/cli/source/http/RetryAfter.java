package io.tracingstarter.cli.source.http;

import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * How long to wait before a busy backend is asked again.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-retry-after">RFC 9110</a>
 */
final class RetryAfter {

	private static final Duration FIRST_PAUSE = Duration.ofMillis(300);

	private RetryAfter() {
	}

	static boolean isBusy(int status) {
		return status == 429 || status == 503;
	}

	/**
	 * Returns what the backend asks for, or else a pause that grows.
	 */
	static Duration of(HttpResponse<?> response, int attempt) {
		Duration asked = asked(response);
		return asked.isZero() ? FIRST_PAUSE.multipliedBy(1L << attempt) : asked;
	}

	/**
	 * Returns what the backend asks for; zero where it does not.
	 */
	static Duration asked(HttpResponse<?> response) {
		String value = response.headers().firstValue("Retry-After").orElse("").strip();
		if (value.matches("\\d{1,9}")) {
			return Duration.ofSeconds(Long.parseLong(value));
		}
		try {
			Instant when = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
			Duration until = Duration.between(Instant.now(), when);
			return until.isNegative() ? Duration.ZERO : until;
		}
		catch (DateTimeException ex) {
			return Duration.ZERO;
		}
	}

}
