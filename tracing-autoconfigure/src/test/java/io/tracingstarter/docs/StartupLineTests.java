package io.tracingstarter.docs;

import io.tracingstarter.docs.Documentation.Block;
import io.tracingstarter.testing.LoggingSystemExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the README shows the line that its quick start leads to.
 */
@ExtendWith({ LoggingSystemExtension.class, OutputCaptureExtension.class })
class StartupLineTests {

	@Test
	void shouldBeTheLineThatTheReadmeShows(CapturedOutput output) {
		String shown = Documentation.blocks("text")
			.filter((block) -> block.page().equals("README.md"))
			.map(Block::text)
			.filter((text) -> text.startsWith("Tracing is on: "))
			.findFirst()
			.orElseThrow();
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.NONE)
			.run("--tracing.exporters.zipkin.enabled=true")) {
			assertThat(context.isRunning()).isTrue();
		}
		assertThat(output).contains("\"message\":\"" + shown.strip() + "\"");
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

	}

}
