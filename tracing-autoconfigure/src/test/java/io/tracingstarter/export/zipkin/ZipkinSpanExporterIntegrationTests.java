package io.tracingstarter.export.zipkin;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.export.ExportEndpoint;
import io.tracingstarter.export.FailureReason;
import io.tracingstarter.export.HttpClientSettings;
import io.tracingstarter.export.PartialExportException;
import io.tracingstarter.export.TestBackend;
import io.tracingstarter.export.TestSpans;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ZipkinSpanExporter} and {@link ZipkinHttpSender} with a real socket.
 */
class ZipkinSpanExporterIntegrationTests {

	private final TestBackend backend = new TestBackend();

	private final JsonMapper json = new JsonMapper();

	@AfterEach
	void stop() {
		this.backend.close();
	}

	private ZipkinSpanExporter exporter(String url, boolean gzip, Duration timeout) {
		return new ZipkinSpanExporter(new ZipkinHttpSender(new HttpClientSettings(
				ExportEndpoint.parse(url, "/api/v2/spans"), Map.of("X-Tenant", "shop"), gzip, timeout, timeout, null)));
	}

	private CompletableResultCode export(String url, boolean gzip, Duration timeout, List<SpanData> spans) {
		ZipkinSpanExporter exporter = exporter(url, gzip, timeout);
		try {
			return exporter.export(spans).join(20, TimeUnit.SECONDS);
		}
		finally {
			exporter.shutdown();
		}
	}

	private CompletableResultCode export(List<SpanData> spans) {
		return export(this.backend.url(""), false, Duration.ofSeconds(10), spans);
	}

	@Test
	void shouldPostJsonWithEveryField() throws InterruptedException {
		SpanData span = TestSpans.data()
			.setKind(SpanKind.CLIENT)
			.setParentSpanContext(TestSpans.context(TestSpans.TRACE_ID, TestSpans.PARENT_ID))
			.setResource(Resource.create(Attributes.builder().put("service.name", "web").build()))
			.setAttributes(Attributes.builder()
				.put("server.address", "likes")
				.put("server.port", 8082)
				.put("correlation_id", "abc")
				.build())
			.setEvents(List.of(EventData.create(TestSpans.START + 1_000, "retry", Attributes.empty())))
			.build();
		assertThat(export(List.of(span)).isSuccess()).isTrue();
		TestBackend.Request request = this.backend.take();
		assertThat(request.path()).isEqualTo("/api/v2/spans");
		assertThat(request.headers().getFirst("Content-Type")).isEqualTo("application/json");
		assertThat(request.headers().getFirst("b3")).isEqualTo("0");
		assertThat(request.headers().getFirst("X-Tenant")).isEqualTo("shop");
		assertThat(request.headers().containsKey("traceparent")).isFalse();
		JsonNode expected = this.json.readTree("""
				[{"traceId": "0af7651916cd43dd8448eb211c80319c", "parentId": "00f067aa0ba902b7",
				"id": "b7ad6b7169203331", "kind": "CLIENT", "name": "get /mysfits", "timestamp": 1795168800123456,
				"duration": 12345, "localEndpoint": {"serviceName": "web"},
				"remoteEndpoint": {"serviceName": "likes", "port": 8082},
				"annotations": [{"timestamp": 1795168800123457, "value": "retry"}],
				"tags": {"server.address": "likes", "server.port": "8082", "correlation_id": "abc"}}]
				""");
		assertThat(this.json.readTree(request.content())).isEqualTo(expected);
	}

	@Test
	void shouldCompressWhenAskedTo() throws InterruptedException {
		assertThat(export(this.backend.url(""), true, Duration.ofSeconds(10), TestSpans.data(3)).isSuccess()).isTrue();
		TestBackend.Request request = this.backend.take();
		assertThat(request.headers().getFirst("Content-Encoding")).isEqualTo("gzip");
		assertThat(this.json.readTree(request.content())).hasSize(3);
	}

	@Test
	void shouldAuthenticateWhenUrlHasCredentials() throws InterruptedException {
		String url = "http://user:pass@127.0.0.1:" + this.backend.port() + "/x";
		assertThat(export(url, false, Duration.ofSeconds(10), TestSpans.data(1)).isSuccess()).isTrue();
		TestBackend.Request request = this.backend.take();
		assertThat(request.path()).isEqualTo("/x");
		assertThat(request.headers().getFirst("Authorization")).isEqualTo("Basic dXNlcjpwYXNz");
	}

	@Test
	void shouldFailAndHandNothingToOtherHostWhenRedirected() {
		try (TestBackend other = new TestBackend()) {
			this.backend.redirectTo(other.url("/login"));
			assertThat(export(TestSpans.data(1)).getFailureThrowable())
				.hasMessageContaining("redirected to http://127.0.0.1:" + other.port() + ";");
			assertThat(other.received()).isEmpty();
		}
	}

	@Test
	void shouldSplitMessageWhenLargerThanLimit() {
		Attributes large = Attributes.builder().put("large", "x".repeat(200_000)).build();
		List<SpanData> spans = List.of(TestSpans.data().setAttributes(large).build(),
				TestSpans.data().setAttributes(large).build(), TestSpans.data().setAttributes(large).build(),
				TestSpans.data().setAttributes(large).build(), TestSpans.data().setAttributes(large).build());
		assertThat(export(spans).isSuccess()).isTrue();
		assertThat(this.backend.received()).hasSize(3)
			.allSatisfy((request) -> assertThat(request.body().length)
				.isLessThanOrEqualTo(ZipkinHttpSender.MESSAGE_MAX_BYTES));
		assertThat(this.backend.received()
			.stream()
			.mapToInt((request) -> this.json.readTree(request.content()).size())
			.sum()).isEqualTo(5);
	}

	@Test
	void shouldLoseOnlyOneSpanWhenItIsLargerThanMessage() {
		Attributes huge = Attributes.builder().put("huge", "x".repeat(600_000)).build();
		CompletableResultCode result = export(
				List.of(TestSpans.data().setAttributes(huge).build(), TestSpans.data().build()));
		assertThat(result.getFailureThrowable()).isInstanceOfSatisfying(PartialExportException.class, (failure) -> {
			assertThat(failure.getRejected()).isEqualTo(1);
			assertThat(failure.getUnsent()).isEmpty();
		});
		assertThat(this.backend.received()).hasSize(1);
	}

	@Test
	void shouldNameSpansThatWereNotSentWhenOneOfSeveralMessagesFails() {
		Attributes large = Attributes.builder().put("large", "x".repeat(300_000)).build();
		List<SpanData> spans = TestSpans.data(3)
			.stream()
			.map((span) -> (SpanData) TestSpans.data().setName(span.getName()).setAttributes(large).build())
			.toList();
		this.backend.answerWith((exchange, status) -> exchange
			.sendResponseHeaders((this.backend.received().size() == 1) ? 202 : 503, -1));
		assertThat(export(spans).getFailureThrowable()).isInstanceOfSatisfying(PartialExportException.class,
				(failure) -> assertThat(failure.getUnsent()).containsExactlyElementsOf(spans.subList(1, 3)));
		assertThat(this.backend.received()).hasSize(2);
	}

	@Test
	void shouldFailWithStatusWhenAnswerIsNot2xx() {
		this.backend.answerWith(400);
		CompletableResultCode result = export(TestSpans.data(3));
		assertThat(result.isSuccess()).isFalse();
		assertThat(FailureReason.of(result.getFailureThrowable())).isEqualTo("HTTP 400 Bad Request");
	}

	@Test
	void shouldFailWithReasonWhenConnectionIsRefused() {
		this.backend.close();
		CompletableResultCode result = export(TestSpans.data(3));
		assertThat(FailureReason.of(result.getFailureThrowable())).isEqualTo("Connection refused");
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
		CompletableResultCode result = export(this.backend.url(""), false, Duration.ofMillis(300), TestSpans.data(1));
		assertThat(FailureReason.of(result.getFailureThrowable())).isEqualTo("no answer in time");
	}

	@Test
	void shouldReturnInTimeWhenAnswerNeverEnds() {
		this.backend.answerWith((exchange, status) -> {
			exchange.sendResponseHeaders(status, 0);
			exchange.getResponseBody().write('.');
			exchange.getResponseBody().flush();
			try {
				Thread.currentThread().join();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
		CompletableResultCode result = export(this.backend.url(""), false, Duration.ofMillis(300), TestSpans.data(1));
		assertThat(result.isDone()).isTrue();
	}

}
