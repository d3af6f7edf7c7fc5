package io.tracingstarter.export;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Circuit}.
 */
class CircuitTests {

	private static final RetrySettings SETTINGS = new RetrySettings(Duration.ofSeconds(1), Duration.ofSeconds(30),
			Duration.ofSeconds(300));

	// negative, as System.nanoTime() may be
	private long now = -TimeUnit.DAYS.toNanos(1);

	private final Circuit circuit = new Circuit(SETTINGS, () -> 1.0);

	private void fail(int times, boolean temporary) {
		for (int i = 0; i < times; i++) {
			this.circuit.failed(temporary, Duration.ZERO, this.now);
		}
	}

	private long waitMillis() {
		return TimeUnit.NANOSECONDS.toMillis(this.circuit.remaining(this.now));
	}

	@Test
	void shouldNotWaitAtFirst() {
		assertThat(waitMillis()).isZero();
		assertThat(this.circuit.state()).isEqualTo(CircuitState.CLOSED);
	}

	@ParameterizedTest
	@CsvSource({ "1,1000", "2,2000", "4,8000", "5,16000", "6,30000", "100000,30000" })
	void shouldDoubleWaitWithEachFailureUpToLimit(int failures, long millis) {
		fail(failures, true);
		assertThat(waitMillis()).isEqualTo(millis);
		this.now += TimeUnit.MILLISECONDS.toNanos(millis);
		assertThat(waitMillis()).isZero();
	}

	@Test
	void shouldWaitAtLeastHalfTheInterval() {
		Circuit lucky = new Circuit(SETTINGS, () -> 0.0);
		lucky.failed(true, Duration.ZERO, this.now);
		assertThat(lucky.remaining(this.now)).isEqualTo(TimeUnit.MILLISECONDS.toNanos(500));
	}

	@Test
	void shouldNotOverflowWhenIntervalsAreLong() {
		Circuit patient = new Circuit(new RetrySettings(Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1)),
				() -> 1.0);
		for (int i = 0; i < 30; i++) {
			patient.failed(true, Duration.ZERO, this.now);
		}
		assertThat(patient.remaining(this.now)).isEqualTo(TimeUnit.DAYS.toNanos(1));
	}

	@ParameterizedTest
	@CsvSource({ "0,1", "20,20", "300,300", "86400,300" })
	void shouldWaitAsLongAsBackendAsksWithinLimit(long asked, long seconds) {
		this.circuit.failed(true, Duration.ofSeconds(asked), this.now);
		assertThat(TimeUnit.MILLISECONDS.toSeconds(waitMillis())).isEqualTo(seconds);
	}

	@Test
	void shouldWaitAfterRejectionsOnlyWhenThereWereMany() {
		fail(Circuit.THRESHOLD - 1, false);
		assertThat(waitMillis()).isZero();
		fail(1, false);
		assertThat(waitMillis()).isPositive();
	}

	@Test
	void shouldOpenAfterSeveralFailuresProbeAndCloseWithSuccess() {
		fail(Circuit.THRESHOLD - 1, true);
		assertThat(this.circuit.state()).isEqualTo(CircuitState.CLOSED);
		fail(1, true);
		assertThat(this.circuit.state()).isEqualTo(CircuitState.OPEN);
		this.circuit.trying();
		assertThat(this.circuit.state()).isEqualTo(CircuitState.HALF_OPEN);
		fail(1, true);
		assertThat(this.circuit.state()).isEqualTo(CircuitState.OPEN);
		this.circuit.trying();
		this.circuit.succeeded();
		assertThat(this.circuit.state()).isEqualTo(CircuitState.CLOSED);
		assertThat(waitMillis()).isZero();
		fail(1, true);
		assertThat(waitMillis()).isEqualTo(1000);
	}

}
