package io.tracingstarter.autoconfigure.instrument.annotations;

import java.net.http.HttpResponse;
import java.util.List;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.autoconfigure.instrument.annotations.HandMadeSpansApplication.Shop;
import io.tracingstarter.testing.LogRecorder;
import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.SpanRecorder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that spans made by hand need no set-up, over HTTP on a real Tomcat.
 */
class HandMadeSpansIntegrationTests {

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.servlet(HandMadeSpansApplication.class);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@ParameterizedTest
	@CsvSource({ "/observed, observed", "/new-span, new-span", "/with-span, with-span", "/unnamed, Shop.unnamed",
			"/registry, registry", "/micrometer, micrometer", "/opentelemetry, opentelemetry" })
	void shouldMakeSpanInRequest(String path, String name) {
		try (LogRecorder log = LogRecorder.of(Shop.class)) {
			List<SpanData> spans = spansOf(get(path), 2);
			SpanData server = spans.stream()
				.filter((span) -> span.getKind() == SpanKind.SERVER)
				.findFirst()
				.orElseThrow();
			SpanData made = named(name, spans);
			assertThat(made.getParentSpanId()).isEqualTo(server.getSpanId());
			assertThat(SpanRecorder.correlationId(made)).isEqualTo("order-4711");
			assertThat(log.only("in the span").getMDCPropertyMap()).containsEntry("spanId", made.getSpanId())
				.containsEntry("traceId", made.getTraceId())
				.containsEntry("correlationId", "order-4711");
		}
	}

	@Test
	void shouldTakeAttributesFromParameters() {
		assertThat(named("new-span", spansOf(get("/new-span"), 2)).getAttributes().asMap())
			.containsEntry(AttributeKey.stringKey("shop.item"), "mug");
		assertThat(named("with-span", spansOf(get("/with-span"), 2)).getAttributes().asMap())
			.containsEntry(AttributeKey.stringKey("shop.item"), "mug")
			.containsEntry(AttributeKey.longKey("shop.count"), 3L);
	}

	@ParameterizedTest
	@ValueSource(strings = { "failed", "later" })
	void shouldMarkSpanAsFailedWhenMethodOrItsFutureFails(String name) {
		SpanData made = named(name, spansOf(get("/" + name), 2));
		assertThat(made.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
		assertThat(made.getEvents()).singleElement()
			.satisfies((event) -> assertThat(event.getName()).isEqualTo("exception"));
	}

	@Test
	void shouldKeepCorrelationIdWhenSpanHasTraceOfItsOwn() {
		try (LogRecorder log = LogRecorder.of(Shop.class)) {
			HttpResponse<String> response = get("/apart");
			String ownTrace = log.only("in the span").getMDCPropertyMap().get("traceId");
			assertThat(ownTrace).isNotEqualTo(header(response, "X-Trace-ID"));
			SpanData apart = application.bean(SpanRecorder.class).spansOf(ownTrace, 1).get(0);
			assertThat(apart.getParentSpanContext().isValid()).isFalse();
			assertThat(SpanRecorder.correlationId(apart)).isEqualTo("order-4711");
		}
	}

	@Test
	void shouldBeParentOfObservationInside() {
		List<SpanData> spans = spansOf(get("/outer"), 3);
		assertThat(named("inner", spans).getParentSpanId()).isEqualTo(named("outer", spans).getSpanId());
	}

	@Test
	void shouldMakeNoSpanWhenSwitchedOff() {
		try (RunningApplication off = RunningApplication.servlet(HandMadeSpansApplication.class,
				"tracing.instrument.annotations.enabled=false", "management.observations.annotations.enabled=false")) {
			for (String path : List.of("/with-span", "/observed", "/new-span")) {
				String traceId = header(off.get(path), "X-Trace-ID");
				assertThat(off.bean(SpanRecorder.class).spansOf(traceId, 1)).hasSize(1);
			}
		}
	}

	private static HttpResponse<String> get(String path) {
		return application.get(path, "X-Correlation-ID", "order-4711");
	}

	private static List<SpanData> spansOf(HttpResponse<String> response, int count) {
		return application.bean(SpanRecorder.class).spansOf(header(response, "X-Trace-ID"), count);
	}

	private static SpanData named(String name, List<SpanData> spans) {
		return spans.stream().filter((span) -> span.getName().equals(name)).findFirst().orElseThrow();
	}

	private static String header(HttpResponse<?> response, String name) {
		return response.headers().firstValue(name).orElse("");
	}

}
