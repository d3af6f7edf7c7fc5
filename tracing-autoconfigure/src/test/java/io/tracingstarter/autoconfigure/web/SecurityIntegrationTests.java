package io.tracingstarter.autoconfigure.web;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.correlation.RandomIds;
import io.tracingstarter.testing.LogRecorder;
import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.ServletServer;
import io.tracingstarter.testing.SpanRecorder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests what a request that Spring Security refuses leaves behind.
 */
class SecurityIntegrationTests {

	private static final String USER = "Basic dXNlcjpwYXNzd29yZA==";

	@ParameterizedTest
	@CsvSource({ "TOMCAT, 401, none", "TOMCAT, 403, " + USER, "JETTY, 401, none", "JETTY, 403, " + USER })
	void shouldTellOfRefusedRequest(ServletServer server, int status, String authorization) {
		String traceId = RandomIds.next();
		try (RunningApplication application = start(server); LogRecorder log = LogRecorder.ofAll()) {
			HttpResponse<String> response = application.get("/admin", "X-Correlation-ID", "order-4711", "traceparent",
					"00-" + traceId + "-b7ad6b7169203331-01", "Authorization", authorization);
			assertThat(response.statusCode()).isEqualTo(status);
			assertThat(response.headers().allValues("X-Correlation-ID")).containsExactly("order-4711");
			assertThat(response.headers().allValues("X-Trace-ID")).containsExactly(traceId);
			SpanData span = application.bean(SpanRecorder.class).spansOf(traceId, 1).get(0);
			assertThat(span.getStatus().getStatusCode()).isNotEqualTo(StatusCode.ERROR);
			assertThat(log.events()).allSatisfy((line) -> assertThat(line.getMDCPropertyMap()).as(line.toString())
				.containsEntry("correlationId", "order-4711"));
		}
	}

	@ParameterizedTest
	@CsvSource({ "true", "false" })
	void shouldObserveSecurityOnlyWhenToldSo(boolean observed) {
		String traceId = RandomIds.next();
		String[] properties = observed ? new String[] { "management.observations.enable.spring.security=true" }
				: new String[0];
		try (RunningApplication application = start(ServletServer.TOMCAT, properties)) {
			application.get("/open", "traceparent", "00-" + traceId + "-b7ad6b7169203331-01", "Authorization", USER);
			assertThat(application.bean(SpanRecorder.class).spansOfAtLeast(traceId, observed ? 2 : 1))
				.satisfies((spans) -> assertThat(spans.size() > 1).isEqualTo(observed));
		}
	}

	private static RunningApplication start(ServletServer server, String... properties) {
		List<String> all = new ArrayList<>(List.of(properties));
		all.addAll(List.of("spring.security.user.name=user", "spring.security.user.password=password"));
		return server.start(Application.class, List.of("security"), all.toArray(String[]::new));
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@RestController
	static class Application {

		@Bean
		SpanRecorder spanRecorder() {
			return new SpanRecorder();
		}

		@Bean
		SecurityFilterChain securityFilterChain(HttpSecurity http) throws Exception {
			return http
				.authorizeHttpRequests(
						(requests) -> requests.requestMatchers("/admin").hasRole("ADMIN").anyRequest().authenticated())
				.httpBasic(Customizer.withDefaults())
				.build();
		}

		@GetMapping("/open")
		String open() {
			return "open";
		}

	}

}
