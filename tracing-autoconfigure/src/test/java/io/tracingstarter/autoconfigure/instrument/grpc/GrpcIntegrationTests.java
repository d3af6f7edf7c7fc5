package io.tracingstarter.autoconfigure.instrument.grpc;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.testing.LogRecorder;
import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.SpanRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for gRPC calls that go over a real socket.
 */
class GrpcIntegrationTests {

	@ParameterizedTest
	@CsvSource({ "gary, hello gary", "nobody, NOT_FOUND" })
	void shouldCarryTheIdsThereAndBackWhenAServiceIsCalled(String who, String answer) {
		try (RunningApplication application = start(); LogRecorder logs = LogRecorder.of(GrpcApplication.class)) {
			HttpResponse<String> response = greet(application, who, "127.0.0.1");
			String traceId = response.headers().firstValue("X-Trace-ID").orElseThrow();
			assertThat(response.body()).contains("\"answer\":\"" + answer + "\"")
				.contains("\"correlationId\":\"order-4711\"")
				.contains("\"traceId\":\"" + traceId + "\"");
			List<SpanData> spans = application.bean(SpanRecorder.class).spansOf(traceId, 3);
			SpanData client = spans.stream()
				.filter((span) -> span.getKind() == SpanKind.CLIENT)
				.findFirst()
				.orElseThrow();
			assertThat(spans).anySatisfy((span) -> {
				assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
				assertThat(span.getName()).isEqualTo("mysfits.Greeter/Greet");
				assertThat(span.getParentSpanId()).isEqualTo(client.getSpanId());
			}).allSatisfy((span) -> assertThat(SpanRecorder.correlationId(span)).isEqualTo("order-4711"));
			GrpcApplication.Received received = application.bean(GrpcApplication.Received.class);
			assertThat(received.all("X-Correlation-ID")).containsExactly("order-4711");
			assertThat(received.all("traceparent")).containsExactly("00-" + traceId + "-" + client.getSpanId() + "-03");
			assertThat(logs.only("Greeting").getMDCPropertyMap()).containsEntry("correlationId", "order-4711")
				.containsEntry("traceId", traceId);
		}
	}

	@Test
	void shouldHideTheIdsWhenTheHostMustNotSeeThem() {
		try (RunningApplication application = start("tracing.propagation.hosts=localhost")) {
			GrpcApplication.Received received = application.bean(GrpcApplication.Received.class);
			greet(application, "gary", "127.0.0.1");
			assertThat(received.all("X-Correlation-ID")).isEmpty();
			assertThat(received.all("traceparent")).isEmpty();
			greet(application, "gary", "localhost");
			assertThat(received.all("X-Correlation-ID")).containsExactly("order-4711");
			assertThat(received.all("traceparent")).hasSize(1);
		}
	}

	@Test
	void shouldCarryTheCorrelationIdWhenTracingIsOff() {
		try (RunningApplication application = start("management.tracing.export.enabled=false")) {
			assertThat(greet(application, "gary", "127.0.0.1").body()).contains("\"correlationId\":\"order-4711\"");
			assertThat(application.bean(GrpcApplication.Received.class).all("X-Correlation-ID"))
				.containsExactly("order-4711");
		}
	}

	@Test
	void shouldAnswerWhenMetadataCannotHaveTheNameOfTheHeader() {
		for (String header : new String[] { "X+Correlation", "X-Correlation-Bin" }) {
			try (RunningApplication application = start("tracing.correlation.header=" + header)) {
				HttpResponse<String> response = greet(application, "gary", "127.0.0.1");
				assertThat(response.statusCode()).isEqualTo(200);
				assertThat(response.body()).contains("\"answer\":\"hello gary");
				assertThat(application.bean(GrpcApplication.Received.class).all("traceparent")).hasSize(1);
			}
		}
	}

	@Test
	void shouldAnswerWithoutIdsWhenSwitchedOff() {
		try (RunningApplication application = start("tracing.instrument.grpc.enabled=false")) {
			assertThat(greet(application, "gary", "127.0.0.1").body()).contains("\"correlationId\":\"null\"");
		}
	}

	private static RunningApplication start(String... properties) {
		String[] all = Stream
			.concat(Stream.of("spring.grpc.server.port=0", "spring.grpc.server.address=127.0.0.1"),
					Stream.of(properties))
			.toArray(String[]::new);
		return RunningApplication.servlet(GrpcApplication.class, all);
	}

	private static HttpResponse<String> greet(RunningApplication application, String who, String host) {
		return application.get("/greet?who=" + who + "&host=" + host, "X-Correlation-ID", "order-4711");
	}

}
