package io.tracingstarter.autoconfigure.logging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.tracingstarter.logging.JsonLine;
import io.tracingstarter.testing.LoggingSystemExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests what an application that starts writes to standard output and to its log file.
 */
@ExtendWith({ OutputCaptureExtension.class, LoggingSystemExtension.class })
class JsonLoggingIntegrationTests {

	private static final String BANNER = ":: Spring Boot ::";

	@Test
	void shouldWriteOnlyJsonWhenNothingIsSet(CapturedOutput output) {
		LoggingApplication.run("--spring.application.name=orders", "--spring.profiles.active=test");
		List<JsonNode> lines = jsonLines(output.getOut());
		assertThat(lines).hasSizeGreaterThan(2)
			.allSatisfy((line) -> assertThat(line.get("service").asString()).isEqualTo("orders"))
			.allSatisfy((line) -> assertThat(line.get("environment").asString()).isEqualTo("test"));
		assertThat(lines.get(0).get("message").asString()).startsWith("Starting LoggingApplication");
		assertThat(lines).filteredOn((line) -> line.has("attempt")).singleElement().satisfies((line) -> {
			assertThat(line.get("message").asString()).isEqualTo("order\nplaced");
			LoggingApplication.IDS.forEach((name, id) -> assertThat(line.get(name).asString()).isEqualTo(id));
		});
		assertThat(output.getOut()).doesNotContain("LOG_");
	}

	@Test
	void shouldWriteTextWithIdsWhenJsonIsOff(CapturedOutput output) {
		LoggingApplication.run("--tracing.logging.json=false");
		assertThat(output.getOut()).contains(BANNER);
		assertThat(output.getOut().lines().filter((line) -> line.endsWith(": order"))).singleElement()
			.asString()
			.contains("[0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-c-1] ");
	}

	@Test
	void shouldLeaveLoggingAloneWhenTracingIsOff(CapturedOutput output) {
		LoggingApplication.run("--tracing.enabled=false");
		assertThat(output.getOut()).contains(BANNER, ": order").doesNotContain("c-1");
	}

	@Test
	void shouldShowBannerWhenUserAsksForIt(CapturedOutput output) {
		LoggingApplication.run("--spring.main.banner-mode=console");
		assertThat(output.getOut()).contains(BANNER, "\"message\":\"order\\nplaced\"");
	}

	@Test
	void shouldShowBannerWhenApplicationAsksForIt(CapturedOutput output) {
		SpringApplication application = LoggingApplication.application();
		application.setBannerMode(Banner.Mode.CONSOLE);
		LoggingApplication.run(application);
		assertThat(output.getOut()).contains(BANNER);
	}

	@Test
	void shouldWriteJsonToFileWhenThereIsOne(CapturedOutput output, @TempDir Path directory) throws IOException {
		Path file = directory.resolve("app.log");
		LoggingApplication.run("--logging.file.name=" + file, "--tracing.logging.layout=otel",
				"--tracing.logging.fields.team=checkout");
		List<JsonNode> lines = jsonLines(Files.readString(file));
		assertThat(lines).hasSameSizeAs(jsonLines(output.getOut()))
			.allSatisfy((line) -> assertThat(line.at("/Resource/team").asString()).isEqualTo("checkout"));
	}

	@Test
	void shouldReadApplicationYamlBeforeTheFirstLine(CapturedOutput output, @TempDir Path directory)
			throws IOException {
		Files.writeString(directory.resolve("application.yml"), """
				spring.application.name: orders
				tracing:
				  environment: production
				  logging:
				    layout: ecs
				  masking:
				    patterns: ['Starting \\w+']
				""");
		LoggingApplication.run("--spring.config.additional-location=file:" + directory + "/");
		JsonNode first = jsonLines(output.getOut()).get(0);
		assertThat(first.get("message").asString()).startsWith("**** using Java");
		assertThat(first.get("service.name").asString()).isEqualTo("orders");
		assertThat(first.get("service.environment").asString()).isEqualTo("production");
	}

	@Test
	void shouldStillLogWhenServiceNameCannotBeResolved(CapturedOutput output) {
		LoggingApplication.run("--tracing.environment=${NOT_THERE}");
		assertThat(jsonLines(output.getOut())).isNotEmpty();
	}

	@Test
	void shouldWriteUsersFormatWhenUserChoseOne(CapturedOutput output) {
		LoggingApplication.run("--logging.structured.format.console=ecs");
		assertThat(jsonLines(output.getOut())).allSatisfy((line) -> assertThat(line.has("ecs")).isTrue());
	}

	@Test
	void shouldWriteTextWhenUserBlanksTheFormat(CapturedOutput output) {
		LoggingApplication.run("--logging.structured.format.console=");
		assertThat(output.getOut()).contains("-c-1] ", ": order").doesNotContain("{\"");
	}

	@Test
	void shouldWriteUsersFormatWhenItIsADefaultProperty(CapturedOutput output) {
		SpringApplication application = LoggingApplication.application();
		application.setDefaultProperties(Map.of("logging.structured.format.console", "gelf"));
		LoggingApplication.run(application);
		assertThat(jsonLines(output.getOut())).allSatisfy((line) -> assertThat(line.has("short_message")).isTrue());
	}

	@Test
	void shouldMaskWhenSettingsSaySo(CapturedOutput output) {
		LoggingApplication.run("--tracing.masking.fields=attempt", "--tracing.masking.patterns=ord\\w+");
		assertThat(output.getOut()).contains("\"message\":\"****\\nplaced\"", "\"attempt\":\"****\"");
	}

	@Test
	void shouldStopWithAnalysisAsJsonLineWhenLayoutIsWrong(CapturedOutput output) {
		assertThatException().isThrownBy(() -> LoggingApplication.run("--tracing.logging.layout=foo"));
		assertThat(failure(output)).contains("APPLICATION FAILED TO START", "tracing.logging.layout", "\"foo\"",
				"LOGSTASH", "ECS", "OTEL");
	}

	@Test
	void shouldStopWithAnalysisAsJsonLineWhenPatternIsWrong(CapturedOutput output) {
		assertThatException().isThrownBy(() -> LoggingApplication.run("--tracing.masking.patterns[0]=(b"));
		assertThat(failure(output)).contains("tracing.masking.patterns[0]", "Value: \"(b\"", "Unclosed group",
				"Write a regular expression");
	}

	@Test
	void shouldStopWithAnalysisWhenSwitchIsNoBoolean(CapturedOutput output) {
		assertThatException().isThrownBy(() -> LoggingApplication.run("--tracing.logging.json=maybe"));
		assertThat(failure(output)).contains("tracing.logging.json", "maybe");
	}

	private static String failure(CapturedOutput output) {
		List<JsonNode> lines = jsonLines(output.getOut());
		return lines.get(lines.size() - 1).get("message").asString();
	}

	private static List<JsonNode> jsonLines(String text) {
		return text.lines().map(JsonLine::parse).toList();
	}

}
