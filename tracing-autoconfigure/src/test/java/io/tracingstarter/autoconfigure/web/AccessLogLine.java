package io.tracingstarter.autoconfigure.web;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.tracingstarter.TracingNames;
import io.tracingstarter.correlation.RandomIds;
import io.tracingstarter.testing.LogRecorder;
import io.tracingstarter.testing.RunningApplication;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends a request, and asserts its line in the access log.
 */
final class AccessLogLine {

	private AccessLogLine() {
	}

	static void assertOneFor(RunningApplication application, String method, String path, int status, String route) {
		try (LogRecorder log = LogRecorder.of(TracingNames.ACCESS_LOGGER)) {
			HttpResponse<String> response = application.exchange(method, path, "", "X-Correlation-ID", "order-4711",
					"User-Agent", "shop/1");
			assertThat(response.statusCode()).isEqualTo(status);
			ILoggingEvent line = first(log);
			assertThat(line.getMDCPropertyMap()).containsEntry("correlationId", "order-4711")
				.containsEntry("traceId", response.headers().firstValue("X-Trace-ID").orElse(""))
				.containsKey("spanId");
			Map<String, Object> fields = fields(line);
			assertThat(fields).containsEntry("method", method)
				.containsEntry("status", status)
				.containsEntry("route", route)
				.containsEntry("bytes", (long) response.body().length())
				.containsEntry("client", "127.0.0.1")
				.containsEntry("userAgent", "shop/1");
			assertThat((BigDecimal) fields.get("durationMs")).isPositive().hasScaleOf(3);
			assertNoOther(application, log);
		}
	}

	static void assertOneForAbort(RunningApplication application, int status) {
		String traceId = RandomIds.next();
		try (LogRecorder log = LogRecorder.of(TracingNames.ACCESS_LOGGER)) {
			FailedRequest.read(application, "/endless", traceId, false);
			ILoggingEvent line = first(log);
			assertThat(line.getMDCPropertyMap()).containsEntry("correlationId", "streamed")
				.containsEntry("traceId", traceId);
			assertThat(fields(line)).containsEntry("status", status).containsEntry("route", "/endless");
			assertThat((long) fields(line).get("bytes")).isPositive();
			assertNoOther(application, log);
		}
	}

	static void assertNoneForNoise(RunningApplication application) {
		try (LogRecorder log = LogRecorder.of(TracingNames.ACCESS_LOGGER)) {
			assertThat(application.get("/actuator/health").statusCode()).isEqualTo(200);
			application.get("/hello", "X-Correlation-ID", "next");
			assertThat(first(log).getMDCPropertyMap()).containsEntry("correlationId", "next");
		}
	}

	/** A second line would have been written before the next request's. */
	private static void assertNoOther(RunningApplication application, LogRecorder log) {
		application.get("/hello", "X-Correlation-ID", "next");
		await(log, 2);
		assertThat(log.events()).hasSize(2);
	}

	private static ILoggingEvent first(LogRecorder log) {
		await(log, 1);
		return log.events().get(0);
	}

	/** The line is written when the client has its response already. */
	private static void await(LogRecorder log, int count) {
		long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
		while (log.events().size() < count && System.nanoTime() < end) {
			LockSupport.parkNanos(1_000_000);
		}
	}

	private static Map<String, Object> fields(ILoggingEvent line) {
		return line.getKeyValuePairs().stream().collect(Collectors.toMap((pair) -> pair.key, (pair) -> pair.value));
	}

}
