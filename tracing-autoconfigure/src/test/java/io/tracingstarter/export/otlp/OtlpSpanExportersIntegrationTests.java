package io.tracingstarter.export.otlp;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.tracingstarter.export.ExportEndpoint;
import io.tracingstarter.export.ExportException;
import io.tracingstarter.export.FailureReason;
import io.tracingstarter.export.HttpClientSettings;
import io.tracingstarter.export.LossReason;
import io.tracingstarter.export.PartialExportException;
import io.tracingstarter.export.TestBackend;
import io.tracingstarter.export.TestSpans;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.netty.DisposableServer;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OtlpSpanExporters} with real sockets.
 */
class OtlpSpanExportersIntegrationTests {

	private final TestBackend backend = new TestBackend();

	@AfterEach
	void stop() {
		this.backend.close();
	}

	private static HttpClientSettings settings(String url, boolean gzip, Duration timeout) {
		return new HttpClientSettings(ExportEndpoint.parse(url, "/v1/traces"), Map.of("x-tenant", "shop"), gzip,
				timeout, timeout, null);
	}

	private static CompletableResultCode export(SpanExporter exporter, List<SpanData> spans) {
		try {
			// all work is done when export returns
			CompletableResultCode result = exporter.export(spans);
			assertThat(result.isDone()).isTrue();
			return result;
		}
		finally {
			exporter.shutdown();
		}
	}

	private CompletableResultCode exportHttp(List<SpanData> spans) {
		return export(OtlpSpanExporters.http(settings(this.backend.url(""), false, Duration.ofSeconds(10))), spans);
	}

	private static Span onlySpan(byte[] message) throws InvalidProtocolBufferException {
		return ExportTraceServiceRequest.parseFrom(message).getResourceSpans(0).getScopeSpans(0).getSpans(0);
	}

	private static List<SpanData> span() {
		return List
			.of(TestSpans.data().setAttributes(Attributes.builder().put("correlation_id", "abc").build()).build());
	}

	@Test
	void shouldFailAndHandNothingToOtherHostWhenRedirected() {
		try (TestBackend other = new TestBackend()) {
			this.backend.redirectTo(other.url("/login"));
			assertThat(FailureReason.of(exportHttp(span()).getFailureThrowable()))
				.contains("redirected to http://127.0.0.1:" + other.port() + ";");
			assertThat(other.received()).isEmpty();
		}
	}

	@Test
	void shouldPostProtobufOverHttp() throws Exception {
		this.backend.answerWith(200);
		assertThat(exportHttp(span()).isSuccess()).isTrue();
		TestBackend.Request request = this.backend.take();
		assertThat(request.path()).isEqualTo("/v1/traces");
		assertThat(request.headers().getFirst("Content-Type")).isEqualTo("application/x-protobuf");
		assertThat(request.headers().getFirst("X-Tenant")).isEqualTo("shop");
		assertThat(request.headers().containsKey("traceparent")).isFalse();
		Span span = onlySpan(request.content());
		assertThat(span.getName()).isEqualTo("GET /mysfits");
		assertThat(span.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
		assertThat(span.getStartTimeUnixNano()).isEqualTo(TestSpans.START);
		assertThat(span.getEndTimeUnixNano()).isEqualTo(TestSpans.START + 12_345_678);
		assertThat(span.getAttributes(0).getValue().getStringValue()).isEqualTo("abc");
	}

	@Test
	void shouldCompressWhenAskedTo() throws Exception {
		export(OtlpSpanExporters.http(settings(this.backend.url(""), true, Duration.ofSeconds(10))), span());
		TestBackend.Request request = this.backend.take();
		assertThat(request.headers().getFirst("Content-Encoding")).isEqualTo("gzip");
		assertThat(onlySpan(request.content()).getName()).isEqualTo("GET /mysfits");
	}

	@Test
	void shouldFailWithStatusWhenAnswerIsNot2xx() {
		this.backend.answerWith(401);
		CompletableResultCode result = exportHttp(span());
		assertThat(FailureReason.of(result.getFailureThrowable())).isEqualTo("HTTP 401 Unauthorized");
	}

	@Test
	void shouldTryOnlyOnceWhenBackendIsBusy() {
		this.backend.answerWith(503);
		assertThat(FailureReason.of(exportHttp(span()).getFailureThrowable()))
			.isEqualTo("HTTP 503 Service Unavailable");
		assertThat(this.backend.received()).hasSize(1);
	}

	@Test
	void shouldTellHowLongBackendAsksToWait() {
		this.backend.answerWith((exchange, status) -> {
			exchange.getResponseHeaders().add("Retry-After", "7");
			exchange.sendResponseHeaders(429, -1);
		});
		assertThat(exportHttp(span()).getFailureThrowable()).cause()
			.isInstanceOfSatisfying(ExportException.class, (failure) -> {
				assertThat(failure.getLossReason()).isEqualTo(LossReason.OVERLOADED);
				assertThat(failure.getRetryAfter()).hasSeconds(7);
			});
	}

	@Test
	void shouldCountWhatCollectorRejectedWhenSuccessIsPartial() {
		byte[] answer = ExportTraceServiceResponse.newBuilder()
			.setPartialSuccess(
					ExportTracePartialSuccess.newBuilder().setRejectedSpans(1).setErrorMessage("too old").build())
			.build()
			.toByteArray();
		this.backend.answerWith((exchange, status) -> {
			exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
			exchange.sendResponseHeaders(200, answer.length);
			exchange.getResponseBody().write(answer);
		});
		Throwable failure = exportHttp(span()).getFailureThrowable();
		assertThat(FailureReason.of(failure)).isEqualTo("rejected by the collector too old");
		assertThat(failure).hasCauseInstanceOf(PartialExportException.class);
	}

	@Test
	void shouldFailWhenAnswerIsPage() {
		this.backend.answerWith((exchange, status) -> {
			exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
			exchange.sendResponseHeaders(200, -1);
		});
		assertThat(FailureReason.of(exportHttp(span()).getFailureThrowable()))
			.isEqualTo("HTTP 200 OK with a page of HTML, which no backend sends");
	}

	@Test
	void shouldFailAtOnceWhenConnectionIsRefused() {
		this.backend.close();
		assertThat(FailureReason.of(exportHttp(span()).getFailureThrowable())).isEqualTo("Connection refused");
	}

	@Test
	void shouldFailInTimeWhenBackendDoesNotAnswer() {
		this.backend.answerWith((exchange, status) -> {
			try {
				Thread.currentThread().join();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
		CompletableResultCode result = export(
				OtlpSpanExporters.http(settings(this.backend.url(""), false, Duration.ofMillis(300))), span());
		assertThat(FailureReason.of(result.getFailureThrowable())).isEqualTo("no answer in time");
	}

	@Test
	void shouldPostProtobufOverGrpc() throws Exception {
		BlockingQueue<byte[]> messages = new LinkedBlockingQueue<>();
		BlockingQueue<String> paths = new LinkedBlockingQueue<>();
		DisposableServer server = grpcServer("0", messages, paths);
		try {
			CompletableResultCode result = export(
					OtlpSpanExporters
						.grpc(settings("http://127.0.0.1:" + server.port() + "/", false, Duration.ofSeconds(10))),
					span());
			assertThat(result.isSuccess()).isTrue();
			assertThat(paths.poll(30, TimeUnit.SECONDS))
				.isEqualTo("opentelemetry.proto.collector.trace.v1.TraceService/Export shop");
			byte[] frame = messages.poll(30, TimeUnit.SECONDS);
			// a gRPC frame starts with one flag byte and four bytes of length
			assertThat(onlySpan(Arrays.copyOfRange(frame, 5, frame.length)).getName()).isEqualTo("GET /mysfits");
		}
		finally {
			server.disposeNow();
		}
	}

	@Test
	void shouldFailWithStatusWhenGrpcAnswerIsNotOk() {
		DisposableServer server = grpcServer("16", new LinkedBlockingQueue<>(), new LinkedBlockingQueue<>());
		try {
			CompletableResultCode result = export(
					OtlpSpanExporters
						.grpc(settings("http://127.0.0.1:" + server.port() + "/", false, Duration.ofSeconds(10))),
					span());
			assertThat(FailureReason.of(result.getFailureThrowable())).startsWith("gRPC UNAUTHENTICATED");
		}
		finally {
			server.disposeNow();
		}
	}

	private static DisposableServer grpcServer(String status, BlockingQueue<byte[]> messages,
			BlockingQueue<String> paths) {
		return HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.protocol(HttpProtocol.H2C)
			.handle((request, response) -> request.receive().aggregate().asByteArray().flatMap((message) -> {
				messages.add(message);
				paths.add(request.path() + " " + request.requestHeaders().get("x-tenant"));
				return response.header("content-type", "application/grpc").header("grpc-status", status).send().then();
			}))
			.bindNow();
	}

}
