package io.tracingstarter.autoconfigure.web;

import java.net.http.HttpResponse;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.correlation.RandomIds;
import io.tracingstarter.testing.ClassPath;
import io.tracingstarter.testing.LogRecorder;
import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.SpanRecorder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests what a request leaves behind that Spring Security lets through or refuses, in
 * WebFlux.
 */
class ReactiveSecurityIntegrationTests {

	private static final String USER = "Basic dXNlcjpwYXNzd29yZA==";

	@ParameterizedTest
	@CsvSource({ "401, /admin, none", "403, /admin, " + USER, "200, /open, " + USER })
	void shouldHaveIdsAndOneSpan(int status, String path, String authorization) {
		String traceId = RandomIds.next();
		try (RunningApplication application = RunningApplication.reactive(Application.class, ClassPath.with("security"),
				"spring.security.user.name=user", "spring.security.user.password=password",
				"tracing.access-log.enabled=true"); LogRecorder log = LogRecorder.ofAll()) {
			HttpResponse<String> response = application.get(path, "X-Correlation-ID", "order-4711", "traceparent",
					"00-" + traceId + "-b7ad6b7169203331-01", "Authorization", authorization);
			assertThat(response.statusCode()).isEqualTo(status);
			assertThat(response.headers().allValues("X-Correlation-ID")).containsExactly("order-4711");
			assertThat(response.headers().allValues("X-Trace-ID")).containsExactly(traceId);
			SpanData span = application.bean(SpanRecorder.class).spansOf(traceId, 1).get(0);
			assertThat(span.getStatus().getStatusCode()).isNotEqualTo(StatusCode.ERROR);
			assertThat(log.events()).allSatisfy((line) -> assertThat(line.getMDCPropertyMap()).as(line.toString())
				.containsEntry("correlationId", "order-4711")
				.containsEntry("traceId", traceId));
		}
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
		SecurityWebFilterChain securityFilterChain(ServerHttpSecurity http) {
			return http
				.authorizeExchange(
						(requests) -> requests.pathMatchers("/admin").hasRole("ADMIN").anyExchange().authenticated())
				.httpBasic(Customizer.withDefaults())
				.build();
		}

		@GetMapping("/open")
		String open() {
			LoggerFactory.getLogger(Application.class).info("open");
			return "open";
		}

	}

}
