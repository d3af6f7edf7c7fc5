package io.tracingstarter.autoconfigure.sampling;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import com.sun.net.httpserver.HttpExchange;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.tracingstarter.autoconfigure.InvalidTracingPropertyException;
import io.tracingstarter.export.TestBackend;
import io.tracingstarter.sampling.xray.RulePoller;
import io.tracingstarter.testing.LoggingSystemExtension;
import io.tracingstarter.testing.RunningApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Services that follow the sampling rules which a daemon on a real socket hands out.
 */
@ExtendWith({ LoggingSystemExtension.class, OutputCaptureExtension.class })
class XRaySamplingIntegrationTests {

	private static final String P = "tracing.sampling.xray.";

	private final TestBackend daemon = new TestBackend();

	@AfterEach
	void close() {
		this.daemon.close();
	}

	private void answerWithRules(String... more) {
		StringBuilder records = new StringBuilder();
		for (String rule : more) {
			records.append(records.isEmpty() ? "" : ",").append("""
					{"SamplingRule": {"RuleARN": "arn", "Version": 1, "ReservoirSize": 0, "ServiceType": "*",
					 "ResourceARN": "*", "Attributes": {}, %s}}""".formatted(rule));
		}
		String rules = "{\"SamplingRuleRecords\": [" + records + "]}";
		this.daemon.answerWith((exchange, status) -> answer(exchange,
				exchange.getRequestURI().getPath().equals("/GetSamplingRules") ? rules : "{}"));
	}

	private static void answer(HttpExchange exchange, String json) throws IOException {
		byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(200, bytes.length);
		exchange.getResponseBody().write(bytes);
	}

	private String[] properties(String... more) {
		String[] properties = new String[more.length + 4];
		properties[0] = P + "enabled=true";
		properties[1] = "tracing.exporters.xray.daemon-address=127.0.0.1:" + this.daemon.port();
		properties[2] = "spring.application.name=shop";
		properties[3] = "tracing.sampling.probability=0";
		System.arraycopy(more, 0, properties, 4, more.length);
		return properties;
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void shouldFollowRulesAndKeepWhatFails(boolean servlet, CapturedOutput output) {
		answerWithRules(
				"\"RuleName\": \"posts\", \"Priority\": 1, \"FixedRate\": 1, \"Host\": \"127.0.0.1:*\", "
						+ "\"HTTPMethod\": \"POST\", \"URLPath\": \"/app/orders\", \"ServiceName\": \"sh*\"",
				"\"RuleName\": \"others\", \"Priority\": 2, \"FixedRate\": 1, \"Host\": \"*\", "
						+ "\"HTTPMethod\": \"*\", \"URLPath\": \"*\", \"ServiceName\": \"other\"",
				"\"RuleName\": \"Default\", \"Priority\": 10000, \"FixedRate\": 0, \"Host\": \"*\", "
						+ "\"HTTPMethod\": \"*\", \"URLPath\": \"*\", \"ServiceName\": \"*\"");
		String[] properties = properties("server.servlet.context-path=/app", "spring.webflux.base-path=/app");
		try (RunningApplication application = servlet ? RunningApplication.servlet(Shop.class, properties)
				: RunningApplication.reactive(Shop.class, properties)) {
			await().until(() -> application.bean(RulePoller.class).status().followed() == 2);
			application.get("/app/orders");
			application.exchange("POST", "/app/orders", "");
			application.exchange("POST", "/app/others", "");
			application.get("/app/fail");
			InMemorySpanExporter spans = application.bean(InMemorySpanExporter.class);
			await().until(() -> spans.getFinishedSpanItems().size() >= 2);
			Set<String> names = spans.getFinishedSpanItems().stream().map(SpanData::getName).collect(toSet());
			assertThat(names).containsExactlyInAnyOrder("http post /orders", "http get /fail");
		}
		assertThat(output).contains("sampling by X-Ray's rules (127.0.0.1:" + this.daemon.port()
				+ "), else 0 %, and all that fail or take more than 1 s");
	}

	@Test
	void shouldServeAndFollowFileWhenThereIsNoDaemon(@TempDir Path directory, CapturedOutput output)
			throws IOException {
		this.daemon.close();
		Path rules = directory.resolve("rules.json");
		Files.writeString(rules,
				"""
						{"version": 2, "default": {"fixed_target": 0, "rate": 0},
						 "rules": [{"host": "*", "http_method": "GET", "url_path": "/orders", "fixed_target": 0, "rate": 1}]}""");
		try (RunningApplication application = RunningApplication.servlet(Shop.class,
				properties(P + "local-rules=file:" + rules))) {
			await().until(() -> application.bean(RulePoller.class).status().failure() != null);
			application.exchange("POST", "/orders", "");
			assertThat(application.get("/orders").statusCode()).isEqualTo(200);
			InMemorySpanExporter spans = application.bean(InMemorySpanExporter.class);
			await().until(() -> !spans.getFinishedSpanItems().isEmpty());
			assertThat(spans.getFinishedSpanItems()).extracting(SpanData::getName).containsExactly("http get /orders");
		}
		assertThat(output).contains("), else by those of file:" + rules + ", and all that fail");
		assertThat(output).contains("X-Ray's sampling rules cannot be asked for at 127.0.0.1:" + this.daemon.port());
	}

	private ApplicationContextRunner runner() {
		return new ApplicationContextRunner().withPropertyValues(properties())
			.withConfiguration(AutoConfigurations.of(OpenTelemetrySdkAutoConfiguration.class,
					OpenTelemetryTracingAutoConfiguration.class, SamplingAutoConfiguration.class,
					XRaySamplingAutoConfiguration.class));
	}

	@Test
	void shouldLeaveTheUsersSamplerInItsPlace() {
		runner().withBean(Sampler.class, Sampler::alwaysOn)
			.run((context) -> assertThat(context).hasSingleBean(Sampler.class).doesNotHaveBean(RulePoller.class));
	}

	@Test
	void shouldAskNobodyUnlessSwitchedOn() {
		runner().withPropertyValues(P + "enabled=false")
			.run((context) -> assertThat(context).hasSingleBean(Sampler.class).doesNotHaveBean(RulePoller.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "classpath:no-such-rules.json", "classpath:application.properties",
			"classpath:wrong-sampling-rules.json" })
	void shouldStopWhenFileHoldsNoRules(String location) {
		runner().withPropertyValues(P + "local-rules=" + location).run((context) -> {
			assertThat(context).hasFailed();
			assertThat(context.getStartupFailure()).rootCause()
				.isInstanceOfSatisfying(InvalidTracingPropertyException.class, (failure) -> {
					assertThat(failure.getProperty()).isEqualTo(P + "local-rules");
					assertThat(failure.getValue()).isEqualTo(location);
				});
		});
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class Shop {

		@Bean
		InMemorySpanExporter exporter() {
			return InMemorySpanExporter.create();
		}

		@GetMapping("/orders")
		Map<String, String> orders() {
			return Map.of();
		}

		@PostMapping("/orders")
		Map<String, String> order() {
			return Map.of();
		}

		@PostMapping("/others")
		Map<String, String> other() {
			return Map.of();
		}

		@GetMapping("/fail")
		String fail() {
			throw new IllegalStateException("boom");
		}

	}

}
