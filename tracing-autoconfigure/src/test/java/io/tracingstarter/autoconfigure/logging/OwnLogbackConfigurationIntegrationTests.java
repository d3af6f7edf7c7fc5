package io.tracingstarter.autoconfigure.logging;

import io.tracingstarter.logging.JsonLine;
import io.tracingstarter.testing.LoggingSystemExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for a user's own Logback configuration.
 */
@ExtendWith({ OutputCaptureExtension.class, LoggingSystemExtension.class })
class OwnLogbackConfigurationIntegrationTests {

	private static final String OWN = "--logging.config=classpath:own-logback.xml";

	@Test
	void shouldKeepUsersEncodersWhenNothingElseIsSaid(CapturedOutput output) {
		LoggingApplication.run(OWN);
		awaitOrder(output);
		assertThat(output.getOut()).contains("own|Starting LoggingApplication", "own|order").doesNotContain("{\"");
	}

	@Test
	void shouldReplaceEncodersBehindAsyncAppenderWhenAskedTo(CapturedOutput output) {
		LoggingApplication.run(OWN, "--tracing.logging.replace-encoders=true");
		awaitOrder(output);
		assertThat(output.getOut()).doesNotContain("own|").contains("order\\nplaced");
		assertThat(output.getOut().lines()).isNotEmpty().allSatisfy((line) -> {
			assertThat(JsonLine.parse(line).has("@timestamp")).isTrue();
		});
	}

	@Test
	void shouldKeepUsersEncodersWhenJsonIsOff(CapturedOutput output) {
		LoggingApplication.run(OWN, "--tracing.logging.replace-encoders=true", "--tracing.logging.json=false");
		awaitOrder(output);
		assertThat(output.getOut()).contains("own|order");
	}

	@Test
	void shouldKeepUsersFormatWhenConsoleIsStructured(CapturedOutput output) {
		LoggingApplication.run("--tracing.logging.replace-encoders=true", "--logging.structured.format.console=gelf");
		assertThat(output.getOut().lines()).isNotEmpty().allSatisfy((line) -> {
			assertThat(JsonLine.parse(line).has("short_message")).isTrue();
		});
	}

	private static void awaitOrder(CapturedOutput output) {
		await().until(() -> output.getOut().matches("(?s).*placed.*\n"));
	}

}
