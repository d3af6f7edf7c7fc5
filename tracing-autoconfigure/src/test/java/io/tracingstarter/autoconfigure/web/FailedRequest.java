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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends a request that fails, and asserts what it leaves behind.
 */
final class FailedRequest {

	static final String PARENT = "b7ad6b7169203331";

	private FailedRequest() {
	}

	static void assertTold(RunningApplication application, Failure failure) {
		String correlationId = "failed-" + failure.status();
		String traceId = RandomIds.next();
		try (LogRecorder log = LogRecorder.ofAll()) {
			HttpResponse<String> response = application.exchange(failure.method(), failure.path(), failure.body(),
					"X-Correlation-ID", correlationId, "traceparent", "00-" + traceId + "-" + PARENT + "-01",
					"Content-Type", failure.contentType(), "Accept", "application/json");
			assertThat(response.statusCode()).isEqualTo(failure.status());
			assertThat(response.headers().allValues("X-Correlation-ID")).containsExactly(correlationId);
			assertThat(response.headers().allValues("X-Trace-ID")).containsExactly(traceId);
			if (failure.answered()) {
				assertIdsInBody(response.body(), correlationId, traceId);
			}
			else {
				assertThat(response.body()).doesNotContain("Id");
			}
			SpanData span = application.bean(SpanRecorder.class).spansOf(traceId, 1).get(0);
			assertThat(span.getParentSpanId()).isEqualTo(PARENT);
			assertThat(span.getStatus().getStatusCode() == StatusCode.ERROR).isEqualTo(failure.status() >= 500);
			assertThat(span.getAttributes().get(AttributeKey.stringKey("status")))
				.isEqualTo(String.valueOf(failure.status()));
			assertException(span, failure.exception());
			assertIdsInLog(log, correlationId, traceId, failure.line());
			assertNextRequestIsClean(application, log);
		}
	}

	static void assertStreamTold(RunningApplication application, boolean toTheEnd) {
		String traceId = RandomIds.next();
		try (LogRecorder log = LogRecorder.ofAll()) {
			read(application, toTheEnd ? "/stream" : "/endless", traceId, toTheEnd);
			SpanData span = application.bean(SpanRecorder.class).spansOf(traceId, 1).get(0);
			assertThat(span.getStatus().getStatusCode() == StatusCode.ERROR).isEqualTo(toTheEnd);
			if (toTheEnd) {
				assertException(span, "IllegalStateException");
			}
			assertIdsInLog(log, "streamed", traceId, null);
			assertNextRequestIsClean(application, log);
		}
	}

	/**
	 * Reads a response, the beginning of its body or until the server ends it, and closes
	 * the connection.
	 */
	static void read(RunningApplication application, String path, String traceId, boolean toTheEnd) {
		try (Socket socket = new Socket("127.0.0.1", URI.create(application.url("/")).getPort())) {
			socket.getOutputStream()
				.write(("GET " + path
						+ " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Correlation-ID: streamed\r\ntraceparent: 00-"
						+ traceId + "-" + PARENT + "-01\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			InputStream in = socket.getInputStream();
			if (toTheEnd) {
				in.transferTo(OutputStream.nullOutputStream());
			}
			else {
				// more than the head, else the body need not have begun
				assertThat(in.readNBytes(2000)).hasSize(2000);
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static void assertIdsInBody(String body, String correlationId, String traceId) {
		JsonNode json = JsonMapper.shared().readTree(body);
		assertThat(json.path("correlationId").asString()).isEqualTo(correlationId);
		assertThat(json.path("traceId").asString()).isEqualTo(traceId);
	}

	static void assertException(SpanData span, String exception) {
		if (exception == null) {
			assertThat(span.getEvents()).isEmpty();
			return;
		}
		EventData event = span.getEvents().get(0);
		assertThat(span.getEvents()).hasSize(1);
		assertThat(event.getName()).isEqualTo("exception");
		assertThat(event.getAttributes().get(AttributeKey.stringKey("exception.type"))).contains(exception);
	}

	static void assertIdsInLog(LogRecorder log, String correlationId, String traceId, String line) {
		assertThat(log.events()).filteredOn((event) -> !event.getLoggerName().startsWith("reactor.netty"))
			.allSatisfy((event) -> assertThat(event.getMDCPropertyMap()).as(event.getFormattedMessage())
				.containsEntry("correlationId", correlationId)
				.containsEntry("traceId", traceId)
				.containsKey("spanId"));
		if (line != null) {
			assertThat(log.events(line)).hasSize(1);
		}
	}

	static void assertNextRequestIsClean(RunningApplication application, LogRecorder log) {
		HttpResponse<String> next = application.get("/hello");
		String traceId = next.headers().firstValue("X-Trace-ID").orElse("");
		assertThat(next.body()).isEqualTo(traceId);
		assertThat(log.only("hello").getMDCPropertyMap()).containsEntry("traceId", traceId);
	}

	/**
	 * A request and what is expected of it; {@code null} for none.
	 */
	record Failure(String method, String path, String body, String contentType, int status, String exception,
			String line, boolean answered) {

		private static final String UPLOAD = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n"
				+ "x".repeat(10_000) + "\r\n--x--\r\n";

		Failure(String method, String path, String body, int status, String exception, String line) {
			this(method, path, (body != null) ? body : "", "application/json", status, exception, line, true);
		}

		static Failure ofUpload(boolean answered) {
			return new Failure("POST", "/upload", UPLOAD, "multipart/form-data; boundary=x", 413,
					"MaxUploadSizeExceededException", null, answered);
		}

	}

}
