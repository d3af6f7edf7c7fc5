package io.tracingstarter.autoconfigure.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.TracingNames;
import io.tracingstarter.correlation.RandomIds;
import io.tracingstarter.testing.LogRecorder;
import io.tracingstarter.testing.ServletServer;
import io.tracingstarter.testing.ServletServerRows;
import io.tracingstarter.testing.SpanRecorder;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests requests that take an unusual way through a servlet server, below a context path
 * and a path of the dispatcher servlet.
 */
class UnusualRequestIntegrationTests {

	@Nested
	class TomcatTests extends Rows {

		TomcatTests() {
			super(ServletServer.TOMCAT);
		}

	}

	@Nested
	class JettyTests extends Rows {

		JettyTests() {
			super(ServletServer.JETTY);
		}

	}

	abstract static class Rows extends ServletServerRows {

		private static final Pattern HEADER = Pattern.compile("(?im)^x-(correlation|trace)-id: (\\S+)");

		Rows(ServletServer server) {
			super(server, UnusualRequestApplication.class, "server.servlet.context-path=/shop",
					"spring.mvc.servlet.path=/api", "tracing.access-log.enabled=true");
		}

		@ParameterizedTest(name = "{0} {1}")
		@CsvSource(textBlock = """
				GET,     /target/1,     200, /target/{id}
				HEAD,    /target/1,     200, /target/{id}
				GET,     /functional/7, 200, /functional/{id}
				GET,     /send-error,   418, /send-error
				GET,     /committed,    200, /committed
				""")
		void shouldHaveOneIdOneSpanAndOneLine(String method, String path, int status, String route) {
			String traceId = RandomIds.next();
			try (LogRecorder log = LogRecorder.ofAll()) {
				String response = exchange(request(method, path, "order-4711", traceId, true));
				assertThat(response).startsWith("HTTP/1.1 " + status);
				assertThat(ids(response)).containsExactlyInAnyOrder("order-4711", traceId);
				SpanData span = spans().spansOf(traceId, 1).get(0);
				assertThat(span.getName()).endsWith(route);
				assertThat(line(log, traceId).getKeyValuePairs()).anySatisfy((pair) -> {
					assertThat(pair.key).isEqualTo("route");
					assertThat(pair.value).isEqualTo(route);
				});
				// the line of an earlier request may come this late
				assertThat(log.events()).filteredOn((event) -> !isAccess(event) || isOf(event, traceId))
					.allSatisfy((event) -> assertThat(event.getMDCPropertyMap()).as(event.getFormattedMessage())
						.containsEntry("correlationId", "order-4711")
						.containsEntry("traceId", traceId));
			}
		}

		@Test
		void shouldAnswerOptions() {
			String traceId = RandomIds.next();
			String response = exchange(request("OPTIONS", "/target/1", "order-4711", traceId, true));
			assertThat(response).startsWith("HTTP/1.1 200").containsIgnoringCase("Allow:");
			assertThat(ids(response)).containsExactlyInAnyOrder("order-4711", traceId);
		}

		@Test
		void shouldAnswerWithOneIdWhenHandlerAddsItsOwn() {
			String response = exchange(request("GET", "/passed-on", "order-4711", RandomIds.next(), true));
			assertThat(ids(response)).containsExactly("theirs", "theirs");
		}

		@ParameterizedTest
		@CsvSource({ "/forward, target", "/include, included" })
		void shouldKeepIdsWhenDispatchedAgain(String path, String message) {
			try (LogRecorder log = LogRecorder.of(UnusualRequestApplication.class)) {
				HttpResponse<String> response = application().get("/shop/api" + path, "X-Correlation-ID", "order-4711");
				String traceId = response.headers().firstValue("X-Trace-ID").orElse("");
				assertThat(response.body()).isEqualTo("target");
				assertThat(response.headers().allValues("X-Correlation-ID")).containsExactly("order-4711");
				assertThat(log.only(message).getMDCPropertyMap()).containsEntry("correlationId", "order-4711")
					.containsEntry("traceId", traceId);
				assertThat(spans().spansOf(traceId, 1)).hasSize(1);
			}
		}

		@Test
		void shouldNotMixRequestsOfOneConnection() {
			String first = RandomIds.next();
			String second = RandomIds.next();
			String third = RandomIds.next();
			try (LogRecorder log = LogRecorder.of(UnusualRequestApplication.class)) {
				// pipelined: the server reads the next before it has answered the last
				String responses = exchange(request("GET", "/target/1", "order-1", first, false)
						+ request("GET", "/send-error", null, second, false)
						+ request("GET", "/target/1", null, third, true));
				assertThat(ids(responses)).containsExactlyInAnyOrder("order-1", first, second, second, third, third);
				assertThat(log.events("target")).extracting((event) -> event.getMDCPropertyMap().get("correlationId"))
					.containsExactly("order-1", third);
			}
		}

		@Test
		void shouldTraceNoHealthCheckBelowPaths() {
			int before = spans().spans().size();
			HttpResponse<String> response = application().get("/shop/api/actuator/health");
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.headers().firstValue("X-Correlation-ID")).isPresent();
			assertThat(response.headers().firstValue("X-Trace-ID")).isEmpty();
			application().get("/shop/api/target/1");
			assertThat(spans().spans().size()).isLessThanOrEqualTo(before + 1);
		}

		private static List<String> ids(String response) {
			return HEADER.matcher(response).results().map((match) -> match.group(2)).toList();
		}

		private SpanRecorder spans() {
			return application().bean(SpanRecorder.class);
		}

		private static boolean isAccess(ILoggingEvent event) {
			return event.getLoggerName().equals(TracingNames.ACCESS_LOGGER);
		}

		private static boolean isOf(ILoggingEvent event, String traceId) {
			return traceId.equals(event.getMDCPropertyMap().get("traceId"));
		}

		private static ILoggingEvent line(LogRecorder log, String traceId) {
			long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
			while (System.nanoTime() < end) {
				for (ILoggingEvent event : log.events()) {
					if (isAccess(event) && isOf(event, traceId)) {
						return event;
					}
				}
				LockSupport.parkNanos(1_000_000);
			}
			throw new AssertionError("No line in the access log");
		}

		private static String request(String method, String path, String correlationId, String traceId, boolean last) {
			return method + " /shop/api" + path + " HTTP/1.1\r\nHost: localhost\r\ntraceparent: 00-" + traceId
					+ "-b7ad6b7169203331-01\r\n"
					+ ((correlationId != null) ? "X-Correlation-ID: " + correlationId + "\r\n" : "")
					+ (last ? "Connection: close\r\n" : "") + "\r\n";
		}

		private String exchange(String requests) {
			try (Socket socket = new Socket("127.0.0.1", URI.create(application().url("/")).getPort())) {
				socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
				InputStream in = socket.getInputStream();
				return new String(in.readAllBytes(), StandardCharsets.UTF_8);
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
