package io.tracingstarter.autoconfigure.web;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.tracingstarter.TracingNames;
import io.tracingstarter.testing.LogRecorder;
import io.tracingstarter.testing.RunningApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the access log, on a real Tomcat and Netty.
 */
class AccessLogIntegrationTests {

	private static RunningApplication servlet;

	private static RunningApplication reactive;

	@BeforeAll
	static void start() {
		servlet = RunningApplication.servlet(FailureApplication.class, "tracing.access-log.enabled=true",
				"spring.mvc.async.request-timeout=50ms");
		reactive = RunningApplication.reactive(FailureApplication.class, "tracing.access-log.enabled=true");
	}

	@AfterAll
	static void stop() {
		servlet.close();
		reactive.close();
	}

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource(nullValues = "-", textBlock = """
			servlet,  /hello,       200, /hello
			servlet,  /unhandled,   500, /unhandled
			servlet,  /handled/1,   500, /handled/{id}
			servlet,  /bad-gateway, 502, /bad-gateway
			servlet,  /slow,        503, /slow
			servlet,  /missing,     404, /**
			reactive, /hello,       200, /hello
			reactive, /unhandled,   500, /unhandled
			reactive, /handled/1,   500, /handled/{id}
			reactive, /bad-gateway, 502, /bad-gateway
			reactive, /missing,     404, /**
			""")
	void shouldWriteOneLineForEachRequest(String stack, String path, int status, String route) {
		try (LogRecorder log = LogRecorder.of(TracingNames.ACCESS_LOGGER)) {
			HttpResponse<String> response = application(stack).get(path, "X-Correlation-ID", "order-4711", "User-Agent",
					"shop/1");
			assertThat(response.statusCode()).isEqualTo(status);
			ILoggingEvent line = firstLine(log);
			assertThat(line.getMDCPropertyMap()).containsEntry("correlationId", "order-4711")
				.containsEntry("traceId", response.headers().firstValue("X-Trace-ID").orElse(""))
				.containsKey("spanId");
			Map<String, Object> fields = fields(line);
			assertThat(fields).containsEntry("method", "GET")
				.containsEntry("status", status)
				.containsEntry("route", route)
				.containsEntry("bytes", (long) response.body().length())
				.containsEntry("client", "127.0.0.1")
				.containsEntry("userAgent", "shop/1");
			assertThat((BigDecimal) fields.get("durationMs")).isPositive().hasScaleOf(3);
			// a second line would have been written before the next request's
			application(stack).get("/hello", "X-Correlation-ID", "next");
			await(log, 2);
			assertThat(log.events()).hasSize(2);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "servlet", "reactive" })
	void shouldWriteNothingForNoise(String stack) {
		try (LogRecorder log = LogRecorder.of(TracingNames.ACCESS_LOGGER)) {
			assertThat(application(stack).get("/actuator/health").statusCode()).isEqualTo(200);
			application(stack).get("/hello", "X-Correlation-ID", "next");
			assertThat(firstLine(log).getMDCPropertyMap()).containsEntry("correlationId", "next");
		}
	}

	private static ILoggingEvent firstLine(LogRecorder log) {
		await(log, 1);
		return log.events().get(0);
	}

	/** The line is written when the client has its response already. */
	private static void await(LogRecorder log, int count) {
		long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
		while (log.events().size() < count && System.nanoTime() < end) {
			Thread.onSpinWait();
		}
	}

	private static Map<String, Object> fields(ILoggingEvent line) {
		return line.getKeyValuePairs().stream().collect(Collectors.toMap((pair) -> pair.key, (pair) -> pair.value));
	}

	private static RunningApplication application(String stack) {
		return "servlet".equals(stack) ? servlet : reactive;
	}

}
