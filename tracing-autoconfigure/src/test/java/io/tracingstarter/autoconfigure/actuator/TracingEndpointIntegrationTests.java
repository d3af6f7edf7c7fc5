package io.tracingstarter.autoconfigure.actuator;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import io.tracingstarter.export.TestBackend;
import io.tracingstarter.testing.LoggingSystemExtension;
import io.tracingstarter.testing.RefusingPort;
import io.tracingstarter.testing.RunningApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What a running service says of its own tracing: {@code /actuator/tracing}, the health,
 * and meters.
 */
@ExtendWith(LoggingSystemExtension.class)
class TracingEndpointIntegrationTests {

	private static final String EXPOSED = "management.endpoints.web.exposure.include=tracing,health";

	private static final String DETAILS = "management.endpoint.health.show-details=always";

	@Test
	void shouldNotBeThereUnlessExposed() {
		try (RunningApplication application = RunningApplication.servlet(Application.class)) {
			assertThat(application.get("/actuator/tracing").statusCode()).isEqualTo(404);
		}
	}

	@Test
	void shouldTellWhatIsOnWithoutSecrets() {
		String secret = "correct horse battery staple";
		try (TestBackend zipkin = new TestBackend();
				RunningApplication application = RunningApplication.servlet(Application.class, EXPOSED,
						"tracing.exporters.zipkin.enabled=true",
						"tracing.exporters.zipkin.endpoint=http://user:hunter2hunter2@127.0.0.1:" + zipkin.port()
								+ "/api/v2/spans",
						"tracing.exporters.zipkin.schedule-delay=50ms", "tracing.sampling.probability=0.5",
						"tracing.sampling.rules[0].path=/hello", "tracing.sampling.rules[0].probability=1",
						"tracing.sampling.debug.secret=" + secret, "tracing.propagation.produce=w3c,b3-multi",
						"tracing.instrument.jdbc.enabled=false", "tracing.logging.json=false")) {
			application.get("/hello");
			await().until(() -> tracing(application).at("/exporters/0/exported").asInt() > 0);
			HttpResponse<String> response = application.get("/actuator/tracing");
			assertThat(response.body()).doesNotContain("hunter2").doesNotContain(secret);
			JsonNode tracing = JsonMapper.shared().readTree(response.body());
			assertThat(tracing.propertyNames()).containsExactly("exporters", "sampling", "propagation", "correlation",
					"logging", "instrumentation");
			JsonNode exporter = tracing.at("/exporters/0");
			assertThat(exporter.path("name").asString()).isEqualTo("zipkin");
			assertThat(exporter.path("target").asString()).endsWith("/api/v2/spans");
			assertThat(exporter.path("circuit").asString()).isEqualTo("closed");
			assertThat(exporter.at("/queue/capacity").asInt()).isEqualTo(2048);
			assertThat(exporter.path("lastSuccess").asString()).isNotBlank();
			assertThat(tracing.at("/sampling/probability").asDouble()).isEqualTo(0.5);
			assertThat(tracing.at("/sampling/rules/0/path").asString()).isEqualTo("/hello");
			assertThat(tracing.at("/sampling/debugHeader").asString()).isEqualTo("X-Trace-Debug");
			assertThat(texts(tracing.at("/propagation/produce"))).containsExactly("w3c", "b3-multi");
			assertThat(tracing.at("/correlation/header").asString()).isEqualTo("X-Correlation-ID");
			assertThat(tracing.path("logging").asString()).isEqualTo("logs as text");
			assertThat(library(tracing, "jdk-http").path("active").asBoolean()).isTrue();
			assertThat(library(tracing, "jdbc").path("reason").asString())
				.isEqualTo("switched off: tracing.instrument.jdbc.enabled");
		}
	}

	@Test
	void shouldTellWhyAnExporterFailsAndStayUp() {
		try (RefusingPort port = new RefusingPort();
				RunningApplication application = failing(port, "tracing.health.down-when-exporter-fails=false")) {
			JsonNode exporter = failed(application);
			assertThat(exporter.path("circuit").asString()).isIn("open", "half-open");
			assertThat(exporter.path("lastFailureReason").asString()).contains("refused");
			HttpResponse<String> health = application.get("/actuator/health");
			assertThat(health.statusCode()).isEqualTo(200);
			assertThat(JsonMapper.shared().readTree(health.body()).at("/components/tracing/details/zipkin").asString())
				.startsWith("failing: ")
				.contains("refused");
			MeterRegistry meters = application.bean(MeterRegistry.class);
			assertThat(meters.get("tracing.exporter.failed").tag("exporter", "zipkin").functionCounter().count())
				.isGreaterThanOrEqualTo(5);
			assertThat(meters.get("tracing.exporter.duration")
				.tags("exporter", "zipkin", "outcome", "unreachable")
				.timer()).satisfies((timer) -> assertThat(timer.count()).isGreaterThanOrEqualTo(5));
		}
	}

	@Test
	void shouldBeDownWhenTheApplicationWantsIt() {
		try (RefusingPort port = new RefusingPort();
				RunningApplication application = failing(port, "tracing.health.down-when-exporter-fails=true")) {
			failed(application);
			assertThat(application.get("/actuator/health").statusCode()).isEqualTo(503);
		}
	}

	private static RunningApplication failing(RefusingPort port, String property) {
		return RunningApplication.servlet(Application.class, EXPOSED, DETAILS, "tracing.exporters.zipkin.enabled=true",
				"tracing.exporters.zipkin.endpoint=http://127.0.0.1:" + port.number() + "/api/v2/spans",
				"tracing.exporters.zipkin.schedule-delay=10ms", "tracing.exporters.zipkin.retry.initial-interval=5ms",
				"tracing.exporters.zipkin.retry.max-interval=10ms", property);
	}

	/** Waits until the exporter has given its backend up. */
	private static JsonNode failed(RunningApplication application) {
		application.get("/hello");
		await().until(() -> !tracing(application).at("/exporters/0/circuit").asString().equals("closed"));
		return tracing(application).at("/exporters/0");
	}

	private static JsonNode tracing(RunningApplication application) {
		return JsonMapper.shared().readTree(application.get("/actuator/tracing").body());
	}

	private static JsonNode library(JsonNode tracing, String name) {
		return tracing.path("instrumentation")
			.valueStream()
			.filter((library) -> library.path("library").asString().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private static List<String> texts(JsonNode array) {
		List<String> texts = new ArrayList<>();
		array.forEach((text) -> texts.add(text.asString()));
		return texts;
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Endpoints.class)
	static class Application {

	}

	@RestController
	static class Endpoints {

		@GetMapping("/hello")
		String hello() {
			return "hello";
		}

	}

}
