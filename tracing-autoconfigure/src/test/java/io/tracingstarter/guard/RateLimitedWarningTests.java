package io.tracingstarter.guard;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.tracingstarter.testing.LogRecorder;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RateLimitedWarning}.
 */
class RateLimitedWarningTests {

	@Test
	void shouldWarnAtOnceAndThenOnceAMinute() {
		// a clock that overflows between the two warnings
		AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1);
		RateLimitedWarning warning = new RateLimitedWarning(LoggerFactory.getLogger(getClass()), clock::get);
		try (LogRecorder log = LogRecorder.of(getClass())) {
			warning.log("first {}", 1);
			clock.addAndGet(TimeUnit.SECONDS.toNanos(59));
			warning.log("second");
			assertThat(log.events()).singleElement()
				.satisfies((line) -> assertThat(line.getFormattedMessage()).isEqualTo("first 1"));
			clock.addAndGet(TimeUnit.SECONDS.toNanos(1));
			warning.log("third");
			assertThat(log.events()).hasSize(2);
		}
	}

}
