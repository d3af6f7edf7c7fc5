package io.tracingstarter.autoconfigure.export;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.tracingstarter.testing.LoggingSystemExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a span line holds the whole span, whatever log lines look like.
 */
@ExtendWith({ LoggingSystemExtension.class, OutputCaptureExtension.class })
class LogExporterIntegrationTests {

	@Test
	void shouldWriteSpanAsFieldOfJsonLine(CapturedOutput output) {
		JsonNode line = JsonMapper.shared().readTree(spanLine(output));
		assertThat(line.get("message").asString()).startsWith("checkout INTERNAL ");
		assertThat(line.get("traceId").asString()).hasSize(32);
		assertThat(line.get("span").get("name").asString()).isEqualTo("checkout");
	}

	@Test
	void shouldWriteSpanAsMessageOfTextLine(CapturedOutput output) {
		String text = spanLine(output, "tracing.logging.json=false");
		JsonNode message = JsonMapper.shared().readTree(text.substring(text.indexOf('{')));
		assertThat(text).contains("io.tracingstarter.span");
		assertThat(message.get("traceId").asString()).hasSize(32).isEqualTo(message.get("correlationId").asString());
		assertThat(message.get("spanId").asString()).hasSize(16);
		assertThat(message.get("span").get("name").asString()).isEqualTo("checkout");
		assertThat(message.get("span").get("durationNanos").asLong()).isPositive();
	}

	private static String spanLine(CapturedOutput output, String... properties) {
		String[] arguments = Stream.concat(Stream.of("tracing.exporters.log.enabled=true"), Stream.of(properties))
			.map((property) -> "--" + property)
			.toArray(String[]::new);
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.NONE)
			.run(arguments)) {
			SdkTracerProvider tracerProvider = context.getBean(SdkTracerProvider.class);
			tracerProvider.get("test").spanBuilder("checkout").startSpan().end();
			assertThat(tracerProvider.forceFlush().join(10, TimeUnit.SECONDS).isSuccess()).isTrue();
		}
		List<String> lines = output.getOut().lines().filter((line) -> line.contains("checkout")).toList();
		assertThat(lines).hasSize(1);
		return lines.get(0);
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

	}

}
