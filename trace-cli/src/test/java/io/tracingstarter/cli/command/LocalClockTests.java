package io.tracingstarter.cli.command;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.TimeZone;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LocalClockTests {

	@Test
	void shouldHaveTheTimeAndTheZoneOfTheMachine() {
		LocalClock clock = new LocalClock();
		assertThat(clock.getZone().getRules()).isEqualTo(ZoneId.systemDefault().getRules());
		assertThat(clock.instant()).isCloseTo(Instant.now(), within(Duration.ofMinutes(1)));
		assertThat(clock.withZone(ZoneOffset.UTC).getZone()).isEqualTo(ZoneOffset.UTC);
	}

	@ParameterizedTest
	@CsvSource({ "UTC, Z", "Etc/UTC, Z", "GMT, Z", "Europe/Vienna, Europe/Vienna", "GMT+02:00, GMT+02:00" })
	void shouldHaveTheZoneOfTheMachineAndUtcAsAnOffset(String set, String expected) {
		TimeZone before = TimeZone.getDefault();
		try {
			TimeZone.setDefault(TimeZone.getTimeZone(set));
			assertThat(new LocalClock().getZone()).hasToString(expected);
		}
		finally {
			TimeZone.setDefault(before);
		}
	}

}
