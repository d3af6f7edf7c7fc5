package io.tracingstarter.testing;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Prerequisite}.
 */
class PrerequisiteTests {

	private final PrintStream out = System.out;

	private final ByteArrayOutputStream told = new ByteArrayOutputStream();

	@BeforeEach
	void keepExamplesOutOfTheBuild() {
		System.setOut(new PrintStream(this.told, true));
	}

	@AfterEach
	void giveOutputBack() {
		System.setOut(this.out);
	}

	@Test
	void shouldSkipAndTellOnceWhenNotMet() {
		for (int i = 0; i < 2; i++) {
			assertThatExceptionOfType(TestAbortedException.class)
				.isThrownBy(() -> Prerequisite.require(false, "an example, which is absent", "bring it along"));
		}
		assertThat(this.told).asString()
			.isEqualToIgnoringNewLines("NOT RUN: an example, which is absent. To run it: bring it along.");
	}

	@Test
	void shouldSayNothingWhenMet() {
		Prerequisite.require(true, "another example", "nothing to do");
		assertThat(this.told.size()).isZero();
	}

}
