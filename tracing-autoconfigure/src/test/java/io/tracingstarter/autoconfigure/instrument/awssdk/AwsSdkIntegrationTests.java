package io.tracingstarter.autoconfigure.instrument.awssdk;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.testing.AwsStub;
import io.tracingstarter.testing.LogRecorder;
import io.tracingstarter.testing.RefusingPort;
import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.SpanRecorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the spans of AWS calls that go over a real socket.
 */
class AwsSdkIntegrationTests {

	private final AwsStub aws = new AwsStub();

	@AfterEach
	void stop() {
		this.aws.close();
	}

	@ParameterizedTest
	@CsvSource({ "true, sync, 1", "true, async, 1", "true, reactive, 2", "true, hand-made, 1", "false, sync, 1",
			"false, async, 1", "false, reactive, 2", "false, hand-made, 1" })
	void shouldMakeAClientSpanWhenAServiceIsCalled(boolean servlet, String kind, int calls) {
		try (RunningApplication application = start(servlet)) {
			HttpResponse<String> response = call(application, kind);
			assertThat(response.statusCode()).isEqualTo(200);
			List<SpanData> spans = spans(application, response, calls);
			SpanData server = spans.stream()
				.filter((span) -> span.getKind() == SpanKind.SERVER)
				.findFirst()
				.orElseThrow();
			assertThat(spans).filteredOn((span) -> span != server).hasSize(calls).allSatisfy((span) -> {
				assertThat(span.getName()).isEqualTo("DynamoDB.DeleteTable");
				assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
				assertThat(span.getParentSpanId()).isEqualTo(server.getSpanId());
				assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
				assertThat(SpanRecorder.correlationId(span)).isEqualTo("order-4711");
				assertThat(tags(span)).containsEntry("rpc.system", "aws-api")
					.containsEntry("rpc.service", "DynamoDB")
					.containsEntry("rpc.method", "DeleteTable")
					.containsEntry("cloud.region", "eu-central-1")
					.containsEntry("aws.request_id", AwsStub.REQUEST_ID)
					.containsEntry("aws.dynamodb.table_names", "likes")
					.containsEntry("http.response.status_code", "200")
					.containsEntry("server.address", "127.0.0.1")
					.doesNotContainKeys("http.request.resend_count", "error.type");
			});
		}
	}

	@Test
	void shouldTellAwsNothingWhenAServiceIsCalled() {
		try (RunningApplication application = start(true)) {
			call(application, "sync");
			call(application, "async");
			assertThat(this.aws.requests()).hasSize(2)
				.allSatisfy((headers) -> assertThat(headers).doesNotContainKeys("Traceparent", "X-correlation-id",
						"Tracestate", "Baggage"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "sync", "async" })
	void shouldCountRetriesWhenTheServiceThrottles(String kind) {
		this.aws.failNext(400, "ThrottlingException");
		this.aws.failNext(500, "InternalServerError");
		try (RunningApplication application = start(true)) {
			SpanData span = clientSpan(application, kind);
			assertThat(tags(span)).containsEntry("http.request.resend_count", "2")
				.containsEntry("http.response.status_code", "200")
				.doesNotContainKey("error.type");
			assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
			assertThat(span.getEvents()).extracting(EventData::getName).containsExactly("retry", "retry");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "sync", "async" })
	void shouldNameTheFailureWhenTheServiceRefuses(String kind) {
		this.aws.failNext(400, "ResourceNotFoundException");
		try (RunningApplication application = start(true)) {
			SpanData span = clientSpan(application, kind);
			assertThat(tags(span)).containsEntry("error.type", "ResourceNotFoundException")
				.containsEntry("http.response.status_code", "400")
				.containsEntry("aws.request_id", AwsStub.REQUEST_ID);
			assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
			assertThat(span.getEvents()).extracting(EventData::getName).containsExactly("exception");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "sync", "async" })
	void shouldNameTheFailureWhenNobodyListens(String kind) {
		try (RefusingPort port = new RefusingPort();
				RunningApplication application = RunningApplication.servlet(AwsApplication.class,
						"endpoint=http://127.0.0.1:" + port.number())) {
			SpanData span = clientSpan(application, kind);
			assertThat(tags(span)).containsKey("http.request.resend_count")
				.doesNotContainKeys("http.response.status_code", "aws.request_id")
				.hasEntrySatisfying("error.type",
						(type) -> assertThat(type).contains("Exception").doesNotContain("SdkClientException"));
			assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "batch", "transaction" })
	void shouldNameAllTablesWhenACallConcernsSeveral(String kind) {
		try (RunningApplication application = start(true)) {
			assertThat(tags(clientSpan(application, kind))).containsEntry("aws.dynamodb.table_names", "dislikes,likes");
		}
	}

	@ParameterizedTest
	@CsvSource({ "true, async", "false, async", "false, reactive" })
	void shouldKeepTheIdsOnLogLinesWhenReactorGoesOnOnAThreadOfTheSdk(boolean servlet, String kind) {
		try (RunningApplication application = start(servlet); LogRecorder logs = LogRecorder.of(AwsApplication.class)) {
			call(application, kind);
			assertThat(logs.only("Done").getMDCPropertyMap()).containsEntry("correlationId", "order-4711")
				.containsKey("traceId");
		}
	}

	@Test
	void shouldKeepApplicationsApartWhenOneJvmRunsSeveral() {
		try (RunningApplication first = start(true);
				RunningApplication second = start(true);
				RunningApplication silent = RunningApplication.servlet(AwsApplication.class,
						"endpoint=" + this.aws.url(), "tracing.instrument.aws-sdk.enabled=false")) {
			for (String kind : List.of("sync", "async", "hand-made")) {
				for (RunningApplication application : List.of(first, second)) {
					spans(application, call(application, kind), 1);
				}
				String traceId = call(silent, kind).headers().firstValue("X-Trace-ID").orElseThrow();
				silent.bean(SpanRecorder.class).spansOf(traceId, 1);
				first.bean(SpanRecorder.class).spansOf(traceId, 0);
				second.bean(SpanRecorder.class).spansOf(traceId, 0);
			}
		}
	}

	@Test
	void shouldStayOutOfTheWayWhenNoApplicationRuns() {
		try (DynamoDbClient client = AwsApplication.builder(DynamoDbClient.builder(), this.aws.url()).build()) {
			client.deleteTable((request) -> request.tableName("likes"));
		}
		assertThat(this.aws.requests()).hasSize(1);
	}

	private RunningApplication start(boolean servlet) {
		String endpoint = "endpoint=" + this.aws.url();
		return servlet ? RunningApplication.servlet(AwsApplication.class, endpoint)
				: RunningApplication.reactive(AwsApplication.class, endpoint);
	}

	private static HttpResponse<String> call(RunningApplication application, String kind) {
		return application.get("/call/" + kind, "X-Correlation-ID", "order-4711");
	}

	private static List<SpanData> spans(RunningApplication application, HttpResponse<String> response, int calls) {
		String traceId = response.headers().firstValue("X-Trace-ID").orElseThrow();
		return application.bean(SpanRecorder.class).spansOf(traceId, calls + 1);
	}

	private static SpanData clientSpan(RunningApplication application, String kind) {
		return spans(application, call(application, kind), 1).stream()
			.filter((span) -> span.getKind() == SpanKind.CLIENT)
			.findFirst()
			.orElseThrow();
	}

	private static Map<String, String> tags(SpanData span) {
		return span.getAttributes()
			.asMap()
			.entrySet()
			.stream()
			.collect(Collectors.toMap((entry) -> ((AttributeKey<?>) entry.getKey()).getKey(),
					(entry) -> String.valueOf(entry.getValue())));
	}

}
