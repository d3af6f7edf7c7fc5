package io.tracingstarter.export.otlp;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.google.protobuf.Any;
import com.google.rpc.Code;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.tracingstarter.export.ExportEndpoint;
import io.tracingstarter.export.ExportException;
import io.tracingstarter.export.FailureReason;
import io.tracingstarter.export.GrpcTestBackend;
import io.tracingstarter.export.HttpClientSettings;
import io.tracingstarter.export.LossReason;
import io.tracingstarter.export.TestBackend;
import io.tracingstarter.export.TestSpans;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OtlpGrpcSender} with a collector on a real socket.
 */
class OtlpGrpcIntegrationTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private final GrpcTestBackend collector = new GrpcTestBackend();

	@AfterEach
	void stop() {
		this.collector.close();
	}

	private SpanExporter exporter(int port, boolean gzip) {
		return OtlpSpanExporters
			.grpc(new HttpClientSettings(ExportEndpoint.parse("http://user:pass@127.0.0.1:" + port, ""),
					Map.of("X-Tenant", "shop"), gzip, TIMEOUT, TIMEOUT, null));
	}

	private CompletableResultCode export(boolean gzip) {
		SpanExporter exporter = exporter(this.collector.port(), gzip);
		CompletableResultCode result = exporter.export(TestSpans.data(3));
		assertThat(result.isDone()).isTrue();
		exporter.shutdown();
		return result;
	}

	private static StatusRuntimeException status(Code code, Any... details) {
		return StatusProto.toStatusRuntimeException(Status.newBuilder()
			.setCode(code.getNumber())
			.setMessage("50% full + é")
			.addAllDetails(List.of(details))
			.build());
	}

	private static Any retryIn(int seconds) {
		return Any.pack(RetryInfo.newBuilder()
			.setRetryDelay(com.google.protobuf.Duration.newBuilder().setSeconds(seconds).setNanos(500_000_000).build())
			.build());
	}

	private ExportException failure(StatusRuntimeException status) {
		this.collector.failWith(status);
		return (ExportException) export(false).getFailureThrowable().getCause();
	}

	@ParameterizedTest
	@EnumSource
	void shouldSendSpansAndHeaders(Compression compression) {
		assertThat(export(compression == Compression.GZIP).isSuccess()).isTrue();
		assertThat(this.collector.received()).singleElement()
			.satisfies((request) -> assertThat(request.getResourceSpans(0).getScopeSpans(0).getSpansList()).hasSize(3));
		Metadata headers = this.collector.headers().get(0);
		assertThat(headers.get(Metadata.Key.of("x-tenant", Metadata.ASCII_STRING_MARSHALLER))).isEqualTo("shop");
		assertThat(headers.get(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER)))
			.isEqualTo("Basic dXNlcjpwYXNz");
		assertThat(headers.get(Metadata.Key.of("user-agent", Metadata.ASCII_STRING_MARSHALLER)))
			.startsWith("OTel-OTLP-Exporter-Java/");
	}

	@Test
	void shouldNameStatusAndMessageWhenItFails() {
		this.collector.failWith(status(Code.UNAUTHENTICATED));
		assertThat(FailureReason.of(export(false).getFailureThrowable()))
			.isEqualTo("gRPC UNAUTHENTICATED 50% full + \u00e9");
	}

	@Test
	void shouldCountWhatCollectorRejectedWhenSuccessIsPartial() {
		this.collector.answerWith(ExportTraceServiceResponse.newBuilder()
			.setPartialSuccess(ExportTracePartialSuccess.newBuilder().setRejectedSpans(2).setErrorMessage("too old"))
			.build());
		assertThat(FailureReason.of(export(false).getFailureThrowable()))
			.isEqualTo("rejected by the collector too old");
	}

	@ParameterizedTest
	@EnumSource(value = Code.class,
			names = { "CANCELLED", "DEADLINE_EXCEEDED", "ABORTED", "OUT_OF_RANGE", "UNAVAILABLE", "DATA_LOSS" })
	void shouldTryAgainWhenStatusSaysSo(Code code) {
		assertThat(failure(status(code)).getLossReason()).isEqualTo(LossReason.OVERLOADED);
	}

	@ParameterizedTest
	@EnumSource(value = Code.class,
			names = { "UNKNOWN", "INVALID_ARGUMENT", "NOT_FOUND", "ALREADY_EXISTS", "PERMISSION_DENIED",
					"UNAUTHENTICATED", "FAILED_PRECONDITION", "UNIMPLEMENTED", "INTERNAL", "RESOURCE_EXHAUSTED" })
	void shouldNotTryAgainWhenStatusIsFinal(Code code) {
		assertThat(failure(status(code)).getLossReason()).isEqualTo(LossReason.REJECTED);
	}

	@Test
	void shouldTryAgainWhenExhaustedWithRetryInfo() {
		ExportException failure = failure(status(Code.RESOURCE_EXHAUSTED, retryIn(3)));
		assertThat(failure.getLossReason()).isEqualTo(LossReason.OVERLOADED);
		assertThat(failure.getRetryAfter()).hasMillis(3500);
	}

	@Test
	void shouldIgnoreDetailsThatAreNoRetryInfo() {
		Any other = Any.pack(Status.getDefaultInstance());
		assertThat(failure(status(Code.RESOURCE_EXHAUSTED, other)).getLossReason()).isEqualTo(LossReason.REJECTED);
		assertThat(failure(status(Code.UNAVAILABLE, other)).getRetryAfter()).isZero();
	}

	@Test
	void shouldReportRejectionByHttpWhenServerKnowsNoGrpc() {
		try (TestBackend http = new TestBackend()) {
			SpanExporter exporter = exporter(http.port(), false);
			CompletableResultCode result = exporter.export(TestSpans.data(1));
			assertThat(result.isDone()).isTrue();
			assertThat(result.isSuccess()).isFalse();
			exporter.shutdown();
		}
	}

	enum Compression {

		NONE, GZIP

	}

}
