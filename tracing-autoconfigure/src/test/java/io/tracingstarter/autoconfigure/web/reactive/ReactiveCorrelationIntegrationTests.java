package io.tracingstarter.autoconfigure.web.reactive;

import java.net.http.HttpResponse;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.testing.LogRecorder;
import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.SpanRecorder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReactiveCorrelationAutoConfiguration} over HTTP on a real Netty.
 */
class ReactiveCorrelationIntegrationTests {

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.reactive(ReactiveApplication.class);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void shouldTakeOverIncomingIdOnEveryThread() {
		try (LogRecorder log = LogRecorder.of(ReactiveApplication.class)) {
			HttpResponse<String> response = application.get("/hello", "x-correlation-id", "order-4711");
			assertThat(header(response, "X-Correlation-ID")).isEqualTo("order-4711");
			assertThat(response.body()).isEqualTo("order-4711");
			String traceId = header(response, "X-Trace-ID");
			assertThat(log.events()).hasSize(3)
				.allSatisfy((line) -> assertThat(line.getMDCPropertyMap()).containsEntry("correlationId", "order-4711")
					.containsEntry("traceId", traceId)
					.containsKey("spanId"));
			assertThat(SpanRecorder.correlationId(onlySpan(traceId))).isEqualTo("order-4711");
		}
	}

	@Test
	void shouldUseTraceIdWhenNoneComesIn() {
		HttpResponse<String> response = application.get("/hello");
		String traceId = header(response, "X-Trace-ID");
		assertThat(traceId).matches("[0-9a-f]{32}");
		assertThat(header(response, "X-Correlation-ID")).isEqualTo(traceId);
		assertThat(response.body()).isEqualTo(traceId);
		assertThat(SpanRecorder.correlationId(onlySpan(traceId))).isEqualTo(traceId);
	}

	@Test
	void shouldContinueIncomingTrace() {
		HttpResponse<String> response = application.get("/hello", "traceparent",
				"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
		assertThat(header(response, "X-Trace-ID")).isEqualTo("0af7651916cd43dd8448eb211c80319c");
	}

	@Test
	void shouldReplaceRepeatedId() {
		HttpResponse<String> response = application.get("/hello", "X-Correlation-ID", "a", "X-Correlation-ID", "b");
		assertThat(header(response, "X-Correlation-ID")).isEqualTo(header(response, "X-Trace-ID"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/stream", "/broken", "/unhandled", "/missing" })
	void shouldAnswerWithIdsWhateverHappens(String path) {
		HttpResponse<String> response = application.get(path, "X-Correlation-ID", "order-4711");
		assertThat(response.headers().allValues("X-Correlation-ID")).containsExactly("order-4711");
		assertThat(response.headers().allValues("X-Trace-ID")).singleElement().asString().matches("[0-9a-f]{32}");
	}

	@Test
	void shouldStampErrorLineOfUnhandledException() {
		try (LogRecorder log = LogRecorder.ofAll()) {
			HttpResponse<String> response = application.get("/unhandled", "X-Correlation-ID", "order-4711");
			assertThat(response.statusCode()).isEqualTo(500);
			assertThat(log.only("500 Server Error").getMDCPropertyMap()).containsEntry("correlationId", "order-4711")
				.containsEntry("traceId", header(response, "X-Trace-ID"));
		}
	}

	private static SpanData onlySpan(String traceId) {
		return application.bean(SpanRecorder.class).spansOf(traceId, 1).get(0);
	}

	private static String header(HttpResponse<?> response, String name) {
		return response.headers().firstValue(name).orElse("");
	}

}
