package io.tracingstarter.autoconfigure.web;

import java.net.http.HttpResponse;

import ch.qos.logback.classic.Level;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tracingstarter.correlation.CorrelationIdGenerator;
import io.tracingstarter.correlation.CorrelationIdResolver;
import io.tracingstarter.correlation.CorrelationScope;
import io.tracingstarter.testing.LogRecorder;
import io.tracingstarter.testing.RunningApplication;
import jakarta.servlet.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MDC;
import reactor.core.publisher.Mono;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the properties of {@code tracing.correlation} over HTTP.
 */
class CorrelationSettingsIntegrationTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					too-long          | 0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789
					invalid-character | a b
					invalid-character | <script>
					invalid-character | a,b
					""")
	void shouldReplaceAndCountInvalidId(String reason, String value) {
		try (RunningApplication application = RunningApplication.servlet(Application.class);
				LogRecorder log = LogRecorder.of(CorrelationIdResolver.class)) {
			HttpResponse<String> response = application.get("/id", "X-Correlation-ID", value);
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(header(response, "X-Correlation-ID")).isEqualTo(header(response, "X-Trace-ID"));
			assertThat(response.body()).isEqualTo(header(response, "X-Trace-ID"));
			assertThat(rejected(application, reason)).isOne();
			assertThat(log.events()).singleElement().satisfies((line) -> {
				assertThat(line.getLevel()).isEqualTo(Level.DEBUG);
				assertThat(line.getFormattedMessage()).contains("X-Correlation-ID").doesNotContain(value);
			});
		}
	}

	@ParameterizedTest
	@CsvSource({ "true", "false" })
	void shouldCountEachRefusalOnce(boolean servlet) {
		try (RunningApplication application = start(servlet)) {
			application.get("/id", "X-Correlation-ID", "a", "X-Correlation-ID", "b");
			application.get("/id", "X-Correlation-ID", "");
			assertThat(rejected(application, "repeated")).isOne();
			assertThat(rejected(application, "empty")).isOne();
		}
	}

	@ParameterizedTest
	@CsvSource({ "true", "false" })
	void shouldBelieveNobodyWhenToldSo(boolean servlet) {
		try (RunningApplication application = start(servlet, "tracing.correlation.accept-incoming=false")) {
			HttpResponse<String> response = application.get("/id", "X-Correlation-ID", "order-4711");
			assertThat(response.body()).isEqualTo(header(response, "X-Trace-ID"));
			assertThat(header(response, "X-Correlation-ID")).isEqualTo(header(response, "X-Trace-ID"));
		}
	}

	@ParameterizedTest
	@CsvSource({ "true", "false" })
	void shouldUseOtherHeaderAndAliases(boolean servlet) {
		try (RunningApplication application = start(servlet, "tracing.correlation.header=X-Request",
				"tracing.correlation.aliases=X-Legacy,Request-Id")) {
			HttpResponse<String> response = application.get("/id", "x-legacy", "from-alias");
			assertThat(response.body()).isEqualTo("from-alias");
			assertThat(header(response, "X-Request")).isEqualTo("from-alias");
			assertThat(response.headers().firstValue("X-Correlation-ID")).isEmpty();
			assertThat(application.get("/id", "request-id", "a", "X-Request", "main").body()).isEqualTo("main");
		}
	}

	@ParameterizedTest
	@CsvSource({ "true", "false" })
	void shouldLeaveOutResponseHeadersWhenToldSo(boolean servlet) {
		try (RunningApplication application = start(servlet, "tracing.correlation.response.correlation-id=false",
				"tracing.correlation.response.trace-id=false")) {
			assertThat(application.get("/id").headers().map()).doesNotContainKeys("x-correlation-id", "x-trace-id");
		}
	}

	@ParameterizedTest
	@CsvSource({ "true", "false" })
	void shouldMakeUuids(boolean servlet) {
		try (RunningApplication application = start(servlet, "tracing.correlation.generator=uuid")) {
			HttpResponse<String> response = application.get("/id");
			assertThat(response.body()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
				.isEqualTo(header(response, "X-Correlation-ID"));
		}
	}

	/**
	 * Boot's two switches leave spans that nobody exports; an unobserved request has
	 * none.
	 */
	@ParameterizedTest
	@CsvSource({ "true, management.opentelemetry.enabled=false, true",
			"false, management.opentelemetry.enabled=false, true",
			"true, management.tracing.export.enabled=false, true",
			"false, management.tracing.export.enabled=false, true",
			"true, management.observations.enable.http.server=false, false",
			"false, management.observations.enable.http.server=false, false" })
	void shouldKeepIdsWhenTracingIsOff(boolean servlet, String off, boolean hasTraceId) {
		try (RunningApplication application = start(servlet, off)) {
			HttpResponse<String> response = application.get("/id", "X-Correlation-ID", "order-4711");
			assertThat(response.body()).isEqualTo("order-4711");
			assertThat(header(response, "X-Correlation-ID")).isEqualTo("order-4711");
			assertThat(response.headers().firstValue("X-Trace-ID").isPresent()).isEqualTo(hasTraceId);
			String created = application.get("/id").body();
			assertThat(created).matches("[0-9a-f]{32}");
			assertThat(application.get("/id").body()).isNotEqualTo(created);
		}
	}

	@ParameterizedTest
	@CsvSource({ "true", "false" })
	void shouldNotSeeWhatTheApplicationForgotOnTheThread(boolean servlet) {
		try (RunningApplication application = start(servlet, "server.tomcat.threads.max=1")) {
			for (int i = 0; i < 10; i++) {
				application.get("/forgetful");
			}
			for (int i = 0; i < 10; i++) {
				HttpResponse<String> response = application.get("/id");
				assertThat(header(response, "X-Correlation-ID")).isEqualTo(header(response, "X-Trace-ID"));
				assertThat(response.body()).isEqualTo(header(response, "X-Trace-ID"));
			}
		}
	}

	@Test
	void shouldDoNothingWhenSwitchedOff() {
		try (RunningApplication application = RunningApplication.servlet(Application.class, "tracing.enabled=false")) {
			HttpResponse<String> response = application.get("/id", "X-Correlation-ID", "order-4711");
			assertThat(response.body()).isEqualTo("none");
			assertThat(response.headers().map()).doesNotContainKeys("x-correlation-id", "x-trace-id");
		}
	}

	@Test
	void shouldPreferGeneratorBean() {
		try (RunningApplication application = RunningApplication.servlet(GeneratorApplication.class)) {
			assertThat(application.get("/id").body()).isEqualTo("made-here");
		}
	}

	@Test
	void shouldSurviveBrokenGenerator() {
		try (RunningApplication application = RunningApplication.servlet(BrokenGeneratorApplication.class);
				LogRecorder log = LogRecorder.of(CorrelationIdGenerator.class)) {
			for (int i = 0; i < 3; i++) {
				HttpResponse<String> response = application.get("/id");
				assertThat(response.body()).isEqualTo(header(response, "X-Trace-ID"));
			}
			assertThat(log.events()).singleElement()
				.satisfies((line) -> assertThat(line.getLevel()).isEqualTo(Level.WARN));
		}
	}

	@Test
	void shouldComeBeforeFilterWithHighestPrecedence() {
		try (RunningApplication application = RunningApplication.servlet(FilterApplication.class)) {
			HttpResponse<String> response = application.get("/id", "X-Correlation-ID", "order-4711");
			assertThat(response.body()).isEqualTo("order-4711");
			assertThat(response.headers().allValues("X-Correlation-ID")).containsExactly("order-4711");
		}
	}

	private static RunningApplication start(boolean servlet, String... properties) {
		return servlet ? RunningApplication.servlet(Application.class, properties)
				: RunningApplication.reactive(Application.class, properties);
	}

	private static double rejected(RunningApplication application, String reason) {
		return application.bean(MeterRegistry.class)
			.get("tracing.correlation.rejected")
			.tag("reason", reason)
			.counter()
			.count();
	}

	private static String header(HttpResponse<?> response, String name) {
		return response.headers().firstValue(name).orElse("");
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@RestController
	static class Application {

		@Bean
		MeterRegistry meterRegistry() {
			return new SimpleMeterRegistry();
		}

		@GetMapping("/id")
		Mono<String> id() {
			String id = MDC.get("correlationId");
			return Mono.just((id != null) ? id : "none");
		}

		@GetMapping("/forgetful")
		Mono<String> forgetful() {
			return Mono.just(CorrelationScope.open("forgotten").id().value());
		}

	}

	static class GeneratorApplication extends Application {

		@Bean
		CorrelationIdGenerator generator() {
			return () -> "made-here";
		}

	}

	static class BrokenGeneratorApplication extends Application {

		@Bean
		CorrelationIdGenerator generator() {
			return () -> {
				throw new IllegalStateException("out of ids");
			};
		}

	}

	static class FilterApplication extends Application {

		@Bean
		FilterRegistrationBean<Filter> answering() {
			FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(
					(request, response, chain) -> response.getWriter().write(MDC.get("correlationId")));
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
			return registration;
		}

	}

}
