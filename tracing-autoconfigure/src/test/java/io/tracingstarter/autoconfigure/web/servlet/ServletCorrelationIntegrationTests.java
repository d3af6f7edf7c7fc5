package io.tracingstarter.autoconfigure.web.servlet;

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
 * Tests for {@link ServletCorrelationAutoConfiguration} over HTTP on a real Tomcat.
 */
class ServletCorrelationIntegrationTests {

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		// two threads: what one request left behind would show in the next
		application = RunningApplication.servlet(ServletApplication.class, "server.tomcat.threads.max=2");
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void shouldTakeOverIncomingId() {
		try (LogRecorder log = LogRecorder.of(ServletApplication.class)) {
			HttpResponse<String> response = application.get("/hello", "x-correlation-id", "order-4711");
			assertThat(header(response, "X-Correlation-ID")).isEqualTo("order-4711");
			assertThat(response.body()).isEqualTo("order-4711");
			String traceId = header(response, "X-Trace-ID");
			assertThat(traceId).matches("[0-9a-f]{32}");
			assertThat(log.only("hello").getMDCPropertyMap()).containsEntry("correlationId", "order-4711")
				.containsEntry("traceId", traceId)
				.containsKey("spanId");
			assertThat(onlySpan(traceId)).extracting(SpanRecorder::correlationId).isEqualTo("order-4711");
		}
	}

	@Test
	void shouldUseTraceIdWhenNoneComesIn() {
		try (LogRecorder log = LogRecorder.of(ServletApplication.class)) {
			HttpResponse<String> response = application.get("/hello");
			String traceId = header(response, "X-Trace-ID");
			assertThat(header(response, "X-Correlation-ID")).isEqualTo(traceId);
			assertThat(response.body()).isEqualTo(traceId);
			assertThat(log.only("hello").getMDCPropertyMap()).containsEntry("correlationId", traceId);
			assertThat(SpanRecorder.correlationId(onlySpan(traceId))).isEqualTo(traceId);
		}
	}

	@Test
	void shouldContinueIncomingTrace() {
		HttpResponse<String> response = application.get("/hello", "traceparent",
				"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
		assertThat(header(response, "X-Trace-ID")).isEqualTo("0af7651916cd43dd8448eb211c80319c");
		assertThat(header(response, "X-Correlation-ID")).isEqualTo("0af7651916cd43dd8448eb211c80319c");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/early", "/reset", "/stream", "/async", "/broken", "/unhandled", "/missing" })
	void shouldAnswerWithIdsWhateverHappens(String path) {
		HttpResponse<String> response = application.get(path, "X-Correlation-ID", "order-4711");
		assertThat(response.headers().allValues("X-Correlation-ID")).containsExactly("order-4711");
		assertThat(response.headers().allValues("X-Trace-ID")).singleElement().asString().matches("[0-9a-f]{32}");
	}

	@Test
	void shouldLeaveNothingBehindOnTheThread() {
		application.get("/unhandled", "X-Correlation-ID", "first");
		for (int i = 0; i < 50; i++) {
			HttpResponse<String> response = application.get("/hello");
			assertThat(response.body()).isEqualTo(header(response, "X-Trace-ID"));
		}
	}

	private static SpanData onlySpan(String traceId) {
		return application.bean(SpanRecorder.class).spansOf(traceId, 1).get(0);
	}

	private static String header(HttpResponse<?> response, String name) {
		return response.headers().firstValue(name).orElse("");
	}

}
