package io.tracingstarter.cli.config;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Times}.
 */
class TimesTests {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneId.of("Europe/Berlin"));

	@ParameterizedTest
	@CsvSource({ "250ms, PT0.25S", "90s, PT1M30S", "15m, PT15M", "2h, PT2H", "7d, PT168H", "1w, PT168H" })
	void shouldReadDurationsWhenPeopleTypeThem(String typed, Duration expected) {
		assertThat(Times.duration(typed, "--since")).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "now, 2026-11-20T12:00:00Z", "2h, 2026-11-20T10:00:00Z", "09:30, 2026-11-20T08:30:00Z",
			"9:30:15, 2026-11-20T08:30:15Z", "14:30, 2026-11-19T13:30:00Z", "2026-11-19, 2026-11-18T23:00:00Z",
			"2026-11-20T09:30, 2026-11-20T08:30:00Z", "2026-11-20 09:30, 2026-11-20T08:30:00Z",
			"2026-11-20T09:30:00Z, 2026-11-20T09:30:00Z", "2026-11-20T09:30:00.5+05:30, 2026-11-20T04:00:00.5Z",
			"1795176000, 2026-11-20T12:00:00Z", "1795176000123, 2026-11-20T12:00:00.123Z" })
	void shouldReadPointsInTimeWhenPeopleTypeThem(String typed, Instant expected) {
		assertThat(Times.instant(typed, "--since", CLOCK)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "yesterday", "25:00", "2026-13-01", "2026-11-20T", "-5m", "5y", "99999999999999999999d" })
	void shouldNameTheOptionAndShowTheFormsWhenATimeIsUnreadable(String typed) {
		assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> Times.instant(typed, "--since", CLOCK))
			.withMessageContaining("--since must be")
			.withMessageContaining("2h");
	}

	@Test
	void shouldNameTheSettingWhenADurationIsUnreadable() {
		assertThatExceptionOfType(ConfigurationException.class)
			.isThrownBy(() -> Times.duration("soon", "sources.zipkin.timeout"))
			.withMessage("sources.zipkin.timeout must be a duration such as 90s, 15m, 2h or 7d, not soon");
	}

}
