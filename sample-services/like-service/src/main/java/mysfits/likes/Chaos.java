package mysfits.likes;

import java.time.Duration;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Makes the service misbehave, so that there is something to find: of a hundred likes
 * thirty fail, thirty find no creature, and the rest are late.
 */
@Component
@ConditionalOnBooleanProperty("chaos.enabled")
@EnableConfigurationProperties(Chaos.Properties.class)
class Chaos {

	private static final int FAIL_BELOW = 30;

	private static final int NOT_FOUND_BELOW = 60;

	private final Random random;

	private final Duration maxDelay;

	Chaos(Properties properties) {
		this.random = (properties.seed() != null) ? new Random(properties.seed()) : new Random();
		this.maxDelay = properties.maxDelay();
	}

	/**
	 * Completes late, or not at all but with an error.
	 */
	Mono<Void> strike() {
		return Mono.defer(() -> {
			int dice = this.random.nextInt(100);
			if (dice < FAIL_BELOW) {
				return Mono.error(new ChaosException());
			}
			if (dice < NOT_FOUND_BELOW) {
				return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND, "Chaos hid the mysfit"));
			}
			return Mono.delay(Duration.ofMillis(this.random.nextLong(this.maxDelay.toMillis() + 1))).then();
		});
	}

	/**
	 * How chaotic.
	 *
	 * @param seed makes the same sequence of mishaps every time; without one it is random
	 * @param maxDelay the longest delay of a like that succeeds
	 */
	@ConfigurationProperties("chaos")
	record Properties(@Nullable Long seed, @DefaultValue("2s") Duration maxDelay) {

	}

}
