package io.tracingstarter.cli.command;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LocalClockTests {

	@Test
	void shouldHaveTheTimeAndTheZoneOfTheMachine() {
		LocalClock clock = new LocalClock();
		assertThat(clock.getZone()).isEqualTo(ZoneId.systemDefault());
		assertThat(clock.instant()).isCloseTo(Instant.now(), within(Duration.ofMinutes(1)));
		assertThat(clock.withZone(ZoneOffset.UTC).getZone()).isEqualTo(ZoneOffset.UTC);
	}

}
