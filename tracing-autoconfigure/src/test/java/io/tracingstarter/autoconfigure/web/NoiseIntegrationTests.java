package io.tracingstarter.autoconfigure.web;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.SpanRecorder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MDC;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NoiseAutoConfiguration} over HTTP.
 */
class NoiseIntegrationTests {

	private static RunningApplication servlet;

	private static RunningApplication reactive;

	@BeforeAll
	static void start() {
		String[] properties = { "tracing.noise.paths[0]=/quiet/**", "tracing.noise.paths[1]=/*/quiet",
				"tracing.noise.user-agents=my-monitor" };
		servlet = RunningApplication.servlet(Application.class, properties);
		reactive = RunningApplication.reactive(Application.class, properties);
	}

	@AfterAll
	static void stop() {
		servlet.close();
		reactive.close();
	}

	@ParameterizedTest(name = "{0} {1} {2}")
	@CsvSource(textBlock = """
			servlet,  /quiet/work,      browser
			servlet,  /some/quiet,      browser
			servlet,  /work,            ELB-HealthChecker/2.0
			servlet,  /work,            kube-probe/1.34
			servlet,  /work,            GoogleHC/1.0
			servlet,  /work,            my-monitor/3
			servlet,  /actuator/health, browser
			servlet,  /style.css,       browser
			reactive, /quiet/work,      browser
			reactive, /some/quiet,      browser
			reactive, /work,            ELB-HealthChecker/2.0
			reactive, /actuator/health, browser
			reactive, /style.css,       browser
			""")
	void shouldTraceNothingAndKeepIds(String stack, String path, String userAgent) {
		SpanRecorder spans = application(stack).bean(SpanRecorder.class);
		List<SpanData> before = spans.spans();
		HttpResponse<String> response = application(stack).get(path, "X-Correlation-ID", "order-4711", "User-Agent",
				userAgent);
		assertThat(response.headers().allValues("X-Correlation-ID")).containsExactly("order-4711");
		assertThat(response.headers().firstValue("X-Trace-ID")).isEmpty();
		if (path.endsWith("work")) {
			assertThat(response.body()).isEqualTo("order-4711");
		}
		HttpResponse<String> created = application(stack).get(path, "User-Agent", userAgent);
		assertThat(created.headers().firstValue("X-Correlation-ID").orElse("")).matches("[0-9a-f]{32}");
		// the spans of a request that counts come after those that must not be there
		assertWorkIsTraced(stack);
		assertThat(spans.spans()).hasSize(before.size() + 2);
	}

	private static void assertWorkIsTraced(String stack) {
		HttpResponse<String> response = application(stack).get("/work");
		String traceId = response.headers().firstValue("X-Trace-ID").orElse("");
		assertThat(response.body()).isEqualTo(traceId);
		assertThat(application(stack).bean(SpanRecorder.class).spansOf(traceId, 2)).extracting(SpanData::getName)
			.contains("child");
	}

	private static RunningApplication application(String stack) {
		return "servlet".equals(stack) ? servlet : reactive;
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@RestController
	static class Application {

		private final ObservationRegistry registry;

		Application(ObservationRegistry registry) {
			this.registry = registry;
		}

		@Bean
		static SpanRecorder spanRecorder() {
			return new SpanRecorder();
		}

		/** Works in an observation, on another thread. */
		@GetMapping({ "/work", "/quiet/work", "/some/quiet" })
		Mono<String> work() {
			return Mono.delay(Duration.ofMillis(1))
				.publishOn(Schedulers.boundedElastic())
				.map((tick) -> Observation.createNotStarted("child", this.registry)
					.observe(() -> String.valueOf(MDC.get("correlationId"))));
		}

	}

}
