package io.tracingstarter.autoconfigure.instrument.xraysdk;

import java.net.http.HttpResponse;
import java.util.List;

import com.amazonaws.xray.AWSXRay;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.SpanRecorder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that subsegments are in the trace of a request to WebFlux.
 */
class XRaySdkReactiveIntegrationTests {

	@ParameterizedTest
	@ValueSource(strings = { "/handler", "/operator" })
	void shouldMakeSubsegmentPartOfRequest(String path) {
		try (RunningApplication application = RunningApplication.reactive(Application.class)) {
			HttpResponse<String> response = application.get(path);
			String traceId = response.headers().firstValue("X-Trace-ID").orElse("");
			List<SpanData> spans = application.bean(SpanRecorder.class).spansOf(traceId, 2);
			SpanData server = spans.stream()
				.filter((span) -> span.getKind() == SpanKind.SERVER)
				.findFirst()
				.orElseThrow();
			assertThat(spans).filteredOn((span) -> span != server)
				.singleElement()
				.satisfies((span) -> assertThat(span.getName()).isEqualTo("load"))
				.satisfies((span) -> assertThat(span.getParentSpanId()).isEqualTo(server.getSpanId()))
				.satisfies((span) -> assertThat(response.body()).isEqualTo(span.getSpanId()));
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

		@GetMapping("/handler")
		Mono<String> handler() {
			return Mono.just(load());
		}

		@GetMapping("/operator")
		Mono<String> operator() {
			return Mono.fromCallable(Application::load).subscribeOn(Schedulers.boundedElastic());
		}

		private static String load() {
			return AWSXRay.createSubsegment("load", (subsegment) -> {
				return subsegment.getId();
			});
		}

	}

}
