package mysfits.likes;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * The shares of mishaps.
 */
class ChaosTests {

	private static final int LIKES = 2000;

	@Test
	void shouldFailThirtyOfAHundredAndHideThirtyWhenOn() {
		Map<String, Long> outcomes = outcomes(7);
		assertThat(outcomes.get("failed")).isCloseTo(600, within(60L));
		assertThat(outcomes.get("not found")).isCloseTo(600, within(60L));
		assertThat(outcomes.get("late")).isCloseTo(800, within(60L));
	}

	@Test
	void shouldRepeatItselfWhenSeeded() {
		assertThat(outcomes(42)).isEqualTo(outcomes(42));
	}

	@Test
	void shouldBeAbsentWhenNotAskedFor() {
		ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Chaos.class);
		runner.run((context) -> assertThat(context).doesNotHaveBean(Chaos.class));
		runner.withPropertyValues("chaos.enabled=true")
			.run((context) -> assertThat(context).hasSingleBean(Chaos.class));
	}

	private static Map<String, Long> outcomes(long seed) {
		Chaos chaos = new Chaos(new Chaos.Properties(seed, Duration.ZERO));
		return IntStream.range(0, LIKES)
			.mapToObj((like) -> chaos.strike()
				.thenReturn("late")
				.onErrorResume(ChaosException.class, (ex) -> Mono.just("failed"))
				.onErrorResume(ResponseStatusException.class, (ex) -> Mono.just("not found"))
				.block())
			.collect(Collectors.groupingBy((outcome) -> outcome, Collectors.counting()));
	}

}
