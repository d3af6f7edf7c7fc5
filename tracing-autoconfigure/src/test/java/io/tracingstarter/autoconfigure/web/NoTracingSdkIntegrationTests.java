package io.tracingstarter.autoconfigure.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.tracingstarter.testing.ChildProcess;
import io.tracingstarter.testing.HeaderRecordingServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import reactor.core.publisher.Mono;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that correlation ids work in a service whose class path holds no tracing SDK.
 */
class NoTracingSdkIntegrationTests {

	private static final Pattern SDK = Pattern.compile(
			"(opentelemetry-(sdk|exporter|extension)|micrometer-tracing|spring-boot-(micrometer-tracing|opentelemetry)).*");

	@ParameterizedTest
	@ValueSource(strings = { "servlet", "reactive" })
	void shouldAcceptAnswerLogAndPropagateIds(String type) throws Exception {
		try (HeaderRecordingServer server = new HeaderRecordingServer();
				ChildProcess service = ChildProcess.start(Application.class, (jar) -> SDK.matcher(jar).matches(),
						"--spring.main.web-application-type=" + type, "--server.address=127.0.0.1", "--server.port=0",
						"--spring.application.name=child")) {
			String port = service.await(Pattern.compile("started on port (\\d+)")).group(1);
			HttpResponse<String> response = HttpClient.newHttpClient()
				.send(HttpRequest
					.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + type + "?url=" + server.url()))
					.header("X-Correlation-ID", "order-4711")
					.build(), HttpResponse.BodyHandlers.ofString());
			assertThat(response.body()).as(service::output).isEqualTo("order-4711");
			assertThat(response.headers().firstValue("X-Correlation-ID")).contains("order-4711");
			assertThat(response.headers().firstValue("X-Trace-ID")).isEmpty();
			Map<String, List<String>> headers = server.next();
			assertThat(headers.get("X-correlation-id")).containsExactly("order-4711");
			service.await(Pattern.compile("\"message\":\"calling\".*\"correlationId\":\"order-4711\""));
			// what is not there must not be missed aloud
			assertThat(service.output()).doesNotContain("\"level\":\"WARN\"");
		}
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@Import(Clients.class)
	@RestController
	static class Application {

		private final RestClient restClient;

		private final WebClient webClient;

		Application(RestClient restClient, WebClient webClient) {
			this.restClient = restClient;
			this.webClient = webClient;
		}

		public static void main(String[] args) {
			SpringApplication.run(Application.class, args);
		}

		@GetMapping("/servlet")
		String servlet(@RequestParam String url) {
			LoggerFactory.getLogger(Application.class).info("calling");
			this.restClient.get().uri(url).retrieve().toBodilessEntity();
			return MDC.get("correlationId");
		}

		@GetMapping("/reactive")
		Mono<String> reactive(@RequestParam String url) {
			LoggerFactory.getLogger(Application.class).info("calling");
			return this.webClient.get()
				.uri(url)
				.retrieve()
				.toBodilessEntity()
				.map((answer) -> MDC.get("correlationId"));
		}

	}

	static class Clients {

		@Bean
		RestClient restClient() {
			return RestClient.create();
		}

		@Bean
		WebClient webClient() {
			return WebClient.create();
		}

	}

}
