package io.tracingstarter.correlation;

import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link CorrelationId}, {@link CorrelationScope} and the accessor that takes
 * the id along.
 */
class CorrelationScopeTests {

	@AfterEach
	void nothingIsLeftBehind() {
		assertThat(CorrelationId.current()).isEmpty();
		assertThat(MDC.get("correlationId")).isNull();
	}

	@Test
	void shouldNestAndBringBackWhatWasThere() {
		try (CorrelationScope outer = CorrelationScope.open("outer")) {
			try (CorrelationScope inner = CorrelationScope.open("inner")) {
				assertThat(inner.id()).hasToString("inner");
				assertCurrent("inner");
			}
			assertCurrent("outer");
			assertThat(outer.id()).isEqualTo(new CorrelationId("outer"));
		}
	}

	@Test
	void shouldMakeNewIdWhenAskedForNone() {
		try (CorrelationScope scope = CorrelationScope.open()) {
			assertThat(scope.id().value()).matches("[0-9a-f]{32}");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a b", "a\nb", "ä", "a\u0000", "<script>" })
	void shouldRefuseInvalidId(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> CorrelationScope.open(value))
			.withMessageStartingWith("Not a correlation id")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("script"));
		try (CorrelationScope scope = CorrelationScope.openOrCreate(value)) {
			assertThat(scope.id().value()).isNotEqualTo(value);
		}
	}

	@Test
	void shouldAcceptEveryAllowedCharacterAndTheLongestId() {
		assertThat(CorrelationId.check("AZaz09._:/+=@-")).isNull();
		assertThat(CorrelationId.check("x".repeat(128))).isNull();
		assertThat(CorrelationId.check("x".repeat(129))).isEqualTo(CorrelationIdRejection.TOO_LONG);
	}

	@Test
	void shouldTravelInSnapshotToAnotherThread() throws InterruptedException {
		ContextSnapshotFactory snapshots = ContextSnapshotFactory.builder().clearMissing(true).build();
		ContextSnapshot snapshot;
		try (CorrelationScope scope = CorrelationScope.open("job-1")) {
			snapshot = snapshots.captureAll();
		}
		String[] seen = new String[3];
		Thread thread = new Thread(() -> {
			seen[0] = MDC.get("correlationId");
			try (ContextSnapshot.Scope scope = snapshot.setThreadLocals()) {
				seen[1] = MDC.get("correlationId");
			}
			seen[2] = MDC.get("correlationId");
		});
		thread.start();
		thread.join();
		assertThat(seen).containsExactly(null, "job-1", null);
	}

	@Test
	void shouldStayWhenSnapshotHasNoId() {
		ContextSnapshotFactory snapshots = ContextSnapshotFactory.builder().clearMissing(true).build();
		ContextSnapshot empty = snapshots.captureAll();
		try (CorrelationScope scope = CorrelationScope.open("job-1")) {
			try (ContextSnapshot.Scope cleared = empty.setThreadLocals()) {
				assertCurrent("job-1");
			}
			assertCurrent("job-1");
		}
	}

	private static void assertCurrent(String id) {
		assertThat(CorrelationId.current()).contains(new CorrelationId(id));
		assertThat(MDC.get("correlationId")).isEqualTo(id);
	}

}
