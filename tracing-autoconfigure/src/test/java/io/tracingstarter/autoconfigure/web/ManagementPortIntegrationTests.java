package io.tracingstarter.autoconfigure.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.tracingstarter.testing.ClassPath;
import io.tracingstarter.testing.LogRecorder;
import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.ServletServer;
import io.tracingstarter.testing.SpanRecorder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that health checks make no spans and have their ids on a port of their own.
 */
class ManagementPortIntegrationTests {

	@ParameterizedTest
	@ValueSource(strings = { "TOMCAT", "JETTY", "NETTY" })
	void shouldTraceNothingAndKeepIds(String server) throws Exception {
		try (RunningApplication application = start(server); LogRecorder log = LogRecorder.of(Application.class)) {
			HttpResponse<String> response = HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(URI.create(
						"http://127.0.0.1:" + application.bean(Environment.class).getProperty("local.management.port")
								+ "/actuator/health"))
					.header("X-Correlation-ID", "order-4711")
					.build(), HttpResponse.BodyHandlers.ofString());
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.headers().allValues("X-Correlation-ID")).containsExactly("order-4711");
			assertThat(log.only("checked").getMDCPropertyMap()).containsEntry("correlationId", "order-4711");
			assertThat(application.bean(SpanRecorder.class).spans()).isEmpty();
		}
	}

	private static RunningApplication start(String server) {
		String[] properties = { "management.server.port=0", "management.server.address=127.0.0.1" };
		return "NETTY".equals(
				server) ? RunningApplication.reactive(Application.class, properties[0], properties[1], ClassPath.with() + "," + "org.springframework.boot.tomcat.autoconfigure.actuate.web.server.TomcatReactiveManagementContextAutoConfiguration") : ServletServer.valueOf(server).start(Application.class, List.of(), properties);
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

		private static final Logger logger = LoggerFactory.getLogger(Application.class);

		@Bean
		static SpanRecorder spanRecorder() {
			return new SpanRecorder();
		}

		/** As one that asks a database. */
		@Bean
		HealthIndicator queryHealthIndicator(ObservationRegistry registry) {
			return () -> Observation.createNotStarted("query", registry).observe(() -> {
				logger.info("checked");
				return Health.up().build();
			});
		}

	}

}
