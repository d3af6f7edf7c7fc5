package io.tracingstarter.autoconfigure.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.correlation.RandomIds;
import io.tracingstarter.testing.LogRecorder;
import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.SpanRecorder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests what a failed request leaves behind, one row a case, on a real Tomcat and Netty.
 */
class FailureIntegrationTests {

	private static final String PARENT = "b7ad6b7169203331";

	private static RunningApplication servlet;

	private static RunningApplication reactive;

	@BeforeAll
	static void start() {
		// one thread: what one request left behind would show in the next
		servlet = RunningApplication.servlet(FailureApplication.class, "server.tomcat.threads.max=1",
				"server.tomcat.threads.min-spare=1", "spring.mvc.async.request-timeout=50ms",
				"spring.servlet.multipart.max-file-size=1KB");
		reactive = RunningApplication.reactive(FailureApplication.class, "spring.http.codecs.max-in-memory-size=1KB");
	}

	@AfterAll
	static void stop() {
		servlet.close();
		reactive.close();
	}

	@ParameterizedTest(name = "{0} {1} {2}")
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			servlet  | GET  | /unhandled   | -        | 500 | true  | IllegalStateException           | threw exception
			servlet  | GET  | /handled/1   | -        | 500 | true  | HandledException                | -
			servlet  | GET  | /bad-gateway | -        | 502 | true  | ResponseStatusException         | -
			servlet  | GET  | /refused     | -        | 409 | false | ResponseStatusException         | -
			servlet  | GET  | /missing     | -        | 404 | false | NoResourceFoundException        | -
			servlet  | POST | /hello       | -        | 405 | false | HttpRequestMethodNotSupported   | Resolved
			servlet  | POST | /order       | {"item": | 400 | false | HttpMessageNotReadableException | Resolved
			servlet  | GET  | /slow        | -        | 503 | true  | AsyncRequestTimeoutException    | Resolved
			reactive | GET  | /unhandled   | -        | 500 | true  | IllegalStateException           | 500 Server Error
			reactive | GET  | /handled/1   | -        | 500 | true  | -                               | -
			reactive | GET  | /bad-gateway | -        | 502 | true  | ResponseStatusException         | -
			reactive | GET  | /refused     | -        | 409 | false | ResponseStatusException         | -
			reactive | GET  | /missing     | -        | 404 | false | NoResourceFoundException        | -
			reactive | POST | /hello       | -        | 405 | false | MethodNotAllowedException       | -
			reactive | POST | /order       | {"item": | 400 | false | ServerWebInputException         | -
			""")
	void shouldTellOfFailure(String stack, String method, String path, String body, int status, boolean error,
			String exception, String line) {
		String traceId = RandomIds.next();
		try (LogRecorder log = LogRecorder.ofAll()) {
			HttpResponse<String> response = application(stack).exchange(method, path, (body != null) ? body : "",
					"X-Correlation-ID", "failed-" + status, "traceparent", "00-" + traceId + "-" + PARENT + "-01",
					"Content-Type", "application/json", "Accept", "application/json");
			assertThat(response.statusCode()).isEqualTo(status);
			assertThat(response.headers().allValues("X-Correlation-ID")).containsExactly("failed-" + status);
			assertThat(response.headers().allValues("X-Trace-ID")).containsExactly(traceId);
			assertIdsInBody(response.body(), "failed-" + status, traceId);
			SpanData span = application(stack).bean(SpanRecorder.class).spansOf(traceId, 1).get(0);
			assertThat(span.getParentSpanId()).isEqualTo(PARENT);
			assertThat(span.getStatus().getStatusCode() == StatusCode.ERROR).isEqualTo(error);
			assertThat(span.getAttributes().get(AttributeKey.stringKey("status"))).isEqualTo(String.valueOf(status));
			assertException(span, exception);
			assertIdsInLog(log, "failed-" + status, traceId, line);
			assertNextRequestIsClean(stack, log);
		}
	}

	@ParameterizedTest
	@CsvSource({ "servlet, /upload, multipart/form-data; boundary=x", "reactive, /order, application/json" })
	void shouldTellOfTooLargeBody(String stack, String path, String contentType) {
		String traceId = RandomIds.next();
		String content = "{\"item\":\"" + "x".repeat(10_000) + "\"}";
		String body = "servlet".equals(stack)
				? "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n" + content
						+ "\r\n--x--\r\n"
				: content;
		try (LogRecorder log = LogRecorder.ofAll()) {
			HttpResponse<String> response = application(stack).exchange("POST", path, body, "X-Correlation-ID", "large",
					"traceparent", "00-" + traceId + "-" + PARENT + "-01", "Content-Type", contentType, "Accept",
					"application/json");
			assertThat(response.statusCode()).isEqualTo(413);
			assertThat(response.headers().allValues("X-Trace-ID")).containsExactly(traceId);
			if (!response.body().isEmpty()) {
				assertIdsInBody(response.body(), "large", traceId);
			}
			SpanData span = application(stack).bean(SpanRecorder.class).spansOf(traceId, 1).get(0);
			assertThat(span.getStatus().getStatusCode()).isNotEqualTo(StatusCode.ERROR);
			assertThat(span.getAttributes().get(AttributeKey.stringKey("status"))).isEqualTo("413");
			assertIdsInLog(log, "large", traceId, null);
			assertNextRequestIsClean(stack, log);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "servlet", "reactive" })
	void shouldTellOfErrorWhileStreaming(String stack) {
		String traceId = RandomIds.next();
		try (LogRecorder log = LogRecorder.ofAll()) {
			read(application(stack), "/stream", traceId, true);
			SpanData span = application(stack).bean(SpanRecorder.class).spansOf(traceId, 1).get(0);
			assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
			assertException(span, "IllegalStateException");
			assertIdsInLog(log, "streamed", traceId, null);
			assertNextRequestIsClean(stack, log);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "servlet", "reactive" })
	void shouldNotBlameServerWhenClientGoesAway(String stack) {
		String traceId = RandomIds.next();
		try (LogRecorder log = LogRecorder.ofAll()) {
			read(application(stack), "/endless", traceId, false);
			SpanData span = application(stack).bean(SpanRecorder.class).spansOf(traceId, 1).get(0);
			assertThat(span.getStatus().getStatusCode()).isNotEqualTo(StatusCode.ERROR);
			assertIdsInLog(log, "streamed", traceId, null);
			assertNextRequestIsClean(stack, log);
		}
	}

	/**
	 * Reads a response, the first bytes or until the server ends it, and closes the
	 * connection.
	 */
	private static void read(RunningApplication application, String path, String traceId, boolean toTheEnd) {
		try (Socket socket = new Socket("127.0.0.1", URI.create(application.url("/")).getPort())) {
			socket.getOutputStream()
				.write(("GET " + path
						+ " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Correlation-ID: streamed\r\ntraceparent: 00-"
						+ traceId + "-" + PARENT + "-01\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			InputStream in = socket.getInputStream();
			assertThat(in.read(new byte[100])).isPositive();
			if (toTheEnd) {
				in.transferTo(OutputStream.nullOutputStream());
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static RunningApplication application(String stack) {
		return "servlet".equals(stack) ? servlet : reactive;
	}

	private static void assertIdsInBody(String body, String correlationId, String traceId) {
		JsonNode json = JsonMapper.shared().readTree(body);
		assertThat(json.path("correlationId").asString()).isEqualTo(correlationId);
		assertThat(json.path("traceId").asString()).isEqualTo(traceId);
	}

	private static void assertException(SpanData span, String exception) {
		if (exception == null) {
			assertThat(span.getEvents()).isEmpty();
			return;
		}
		EventData event = span.getEvents().get(0);
		assertThat(span.getEvents()).hasSize(1);
		assertThat(event.getName()).isEqualTo("exception");
		assertThat(event.getAttributes().get(AttributeKey.stringKey("exception.type"))).contains(exception);
	}

	private static void assertIdsInLog(LogRecorder log, String correlationId, String traceId, String line) {
		assertThat(log.events()).filteredOn((event) -> !event.getLoggerName().startsWith("reactor.netty"))
			.allSatisfy((event) -> assertThat(event.getMDCPropertyMap()).as(event.getFormattedMessage())
				.containsEntry("correlationId", correlationId)
				.containsEntry("traceId", traceId)
				.containsKey("spanId"));
		if (line != null) {
			assertThat(log.events(line)).hasSize(1);
		}
	}

	private static void assertNextRequestIsClean(String stack, LogRecorder log) {
		HttpResponse<String> next = application(stack).get("/hello");
		String traceId = next.headers().firstValue("X-Trace-ID").orElse("");
		assertThat(next.body()).isEqualTo(traceId);
		assertThat(log.only("hello").getMDCPropertyMap()).containsEntry("traceId", traceId);
	}

}
