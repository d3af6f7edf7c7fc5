package io.tracingstarter.autoconfigure.instrument.xraysdk;

import java.net.http.HttpResponse;
import java.util.List;

import com.amazonaws.xray.AWSXRay;
import com.amazonaws.xray.entities.Segment;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.autoconfigure.instrument.xraysdk.XRaySdkApplication.Controller;
import io.tracingstarter.autoconfigure.instrument.xraysdk.XRaySdkApplication.Job;
import io.tracingstarter.autoconfigure.instrument.xraysdk.XRaySdkApplication.Shop;
import io.tracingstarter.testing.LogRecorder;
import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.SpanRecorder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests that code for the X-Ray SDK takes part in the trace of its request, on a real
 * Tomcat with a single thread: what a request leaves behind, the next one would find.
 */
class XRaySdkIntegrationTests {

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.servlet(XRaySdkApplication.class, "server.tomcat.threads.max=1");
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void shouldNestSubsegmentsAndObservationsInEachOther() {
		try (LogRecorder log = LogRecorder.of(Controller.class)) {
			HttpResponse<String> response = get("/nested");
			List<SpanData> spans = spansOf(response, 4);
			SpanData server = server(spans);
			assertThat(named("load", spans).getParentSpanId()).isEqualTo(server.getSpanId());
			assertThat(named("observed", spans).getParentSpanId()).isEqualTo(named("load", spans).getSpanId());
			assertThat(named("inner", spans).getParentSpanId()).isEqualTo(named("observed", spans).getSpanId());
			assertThat(spans)
				.allSatisfy((span) -> assertThat(SpanRecorder.correlationId(span)).isEqualTo("order-4711"));
			assertThat(response.body())
				.isEqualTo(named("load", spans).getSpanId() + " " + named("inner", spans).getSpanId());
			assertThat(log.only("inside").getMDCPropertyMap())
				.containsEntry("spanId", named("inner", spans).getSpanId())
				.containsEntry("traceId", server.getTraceId())
				.containsEntry("correlationId", "order-4711");
		}
	}

	@Test
	void shouldTurnAnnotationsAndMetadataIntoAttributes() {
		List<SpanData> spans = spansOf(get("/annotated"), 2);
		assertThat(server(spans).getAttributes().asMap()).containsEntry(AttributeKey.stringKey("enduser.id"), "carol")
			.containsEntry(AttributeKey.stringKey("tenant"), "north")
			.containsEntry(AttributeKey.stringArrayKey("aws.xray.annotations"), List.of("tenant"));
		SpanData order = named("order", spans);
		assertThat(order.getAttributes().asMap()).containsEntry(AttributeKey.longKey("order_id"), 4711L)
			.containsEntry(AttributeKey.doubleKey("price"), 12.5)
			.containsEntry(AttributeKey.booleanKey("gift"), true)
			.containsEntry(AttributeKey.stringKey("aws.xray.metadata.default"), "{\"cart\":{\"unitCount\":3}}")
			.containsEntry(AttributeKey.stringKey("aws.xray.metadata.debug"), "{\"self\":\"endless\"}");
		assertThat(order.getAttributes().get(AttributeKey.stringArrayKey("aws.xray.annotations")))
			.containsExactlyInAnyOrder("order_id", "price", "gift");
		assertThat(spans)
			.noneSatisfy((span) -> assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR));
	}

	@Test
	void shouldRunAnnotatedMethodInSubsegment() {
		try (LogRecorder log = LogRecorder.of(Shop.class)) {
			List<SpanData> spans = spansOf(get("/enabled"), 2);
			SpanData sell = named("sell", spans);
			assertThat(sell.getParentSpanId()).isEqualTo(server(spans).getSpanId());
			assertThat(sell.getAttributes().get(AttributeKey.stringKey("aws.xray.metadata.ClassInfo")))
				.isEqualTo("{\"Class\":\"Shop\"}");
			assertThat(log.only("sold").getMDCPropertyMap()).containsEntry("spanId", sell.getSpanId());
		}
	}

	@Test
	void shouldPutExceptionOnSubsegmentThatItLeft() {
		HttpResponse<String> response = get("/refused");
		assertThat(response.body()).isEqualTo("sold out");
		List<SpanData> spans = spansOf(response, 2);
		assertThat(named("refuse", spans).getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
		assertThat(named("refuse", spans).getEvents()).singleElement()
			.satisfies((event) -> assertThat(event.getAttributes().get(AttributeKey.stringKey("exception.message")))
				.isEqualTo("sold out"));
		assertThat(server(spans).getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
		assertThat(server(spans).getEvents()).isEmpty();
	}

	@Test
	void shouldTellIdsOfTraceInFormOfXRay() {
		HttpResponse<String> response = get("/ids");
		SpanData server = spansOf(response, 1).get(0);
		String traceId = "1-" + server.getTraceId().substring(0, 8) + "-" + server.getTraceId().substring(8);
		assertThat(response.body())
			.isEqualTo(traceId + " " + traceId + "@" + server.getSpanId() + " true " + server.getSpanId());
	}

	@Test
	void shouldBeginTraceWhenSegmentBeginsOutsideOfOne() {
		try (LogRecorder errors = LogRecorder.of("com.amazonaws.xray"); LogRecorder log = LogRecorder.of(Job.class)) {
			Segment nightly = application.bean(Job.class).work();
			String traceId = log.only("working").getMDCPropertyMap().get("traceId");
			List<SpanData> spans = application.bean(SpanRecorder.class).spansOf(traceId, 2);
			assertThat(named("nightly", spans).getParentSpanContext().isValid()).isFalse();
			assertThat(named("nightly", spans).getSpanId()).isEqualTo(nightly.getId());
			assertThat(named("step", spans).getParentSpanId()).isEqualTo(nightly.getId());
			assertThat(errors.events()).isEmpty();
		}
	}

	@Test
	void shouldBeginChildWhenSegmentBeginsInsideOfTrace() {
		try (LogRecorder errors = LogRecorder.of("com.amazonaws.xray")) {
			List<SpanData> spans = spansOf(get("/job"), 3);
			assertThat(named("nightly", spans).getParentSpanId()).isEqualTo(server(spans).getSpanId());
			assertThat(named("step", spans).getParentSpanId()).isEqualTo(named("nightly", spans).getSpanId());
			assertThat(errors.events()).isEmpty();
		}
	}

	@Test
	void shouldJoinTraceOfCallerWhenSegmentBeginsWithIds() {
		Segment segment = AWSXRay.beginSegment("from queue",
				com.amazonaws.xray.entities.TraceID.fromString("1-0af76519-16cd43dd8448eb211c80319c"),
				"b7ad6b7169203331");
		AWSXRay.endSegment();
		SpanData span = application.bean(SpanRecorder.class).spansOf("0af7651916cd43dd8448eb211c80319c", 1).get(0);
		assertThat(span.getSpanId()).isEqualTo(segment.getId());
		assertThat(span.getParentSpanId()).isEqualTo("b7ad6b7169203331");
		assertThat(AWSXRay.getGlobalRecorder().getTraceEntity()).isNull();
	}

	@Test
	void shouldLogErrorOnceAndGoOnWhenThereIsNoTrace() {
		try (LogRecorder log = LogRecorder.of("io.tracingstarter.instrument.xraysdk");
				LogRecorder sdk = LogRecorder.of("com.amazonaws.xray")) {
			Shop shop = application.bean(Shop.class);
			for (int i = 0; i < 3; i++) {
				assertThat(shop.sell()).isEqualTo("sold");
				assertThatIllegalStateException().isThrownBy(shop::refuse).withMessage("sold out");
				assertThat(AWSXRay.createSubsegment("none", () -> "done")).isEqualTo("done");
			}
			assertThat(log.events().size()).isLessThanOrEqualTo(1);
			assertThat(log.events()).allSatisfy((event) -> assertThat(event.getLevel().toString()).isEqualTo("ERROR"));
			assertThat(sdk.events()).isEmpty();
		}
	}

	@Test
	void shouldLeaveNothingToNextRequestWhenSubsegmentsAreNotEnded() {
		List<SpanData> spans = spansOf(get("/forgotten"), 3);
		assertThat(named("forgotten", spans).getParentSpanId()).isEqualTo(server(spans).getSpanId());
		assertThat(named("forgotten, too", spans).getParentSpanId()).isEqualTo(named("forgotten", spans).getSpanId());
		try (LogRecorder log = LogRecorder.of(Controller.class)) {
			HttpResponse<String> response = application.get("/plain");
			SpanData next = spansOf(response, 1).get(0);
			assertThat(next.getTraceId()).isNotEqualTo(server(spans).getTraceId());
			assertThat(next.getParentSpanContext().isValid()).isFalse();
			assertThat(log.only("plain").getMDCPropertyMap()).containsEntry("traceId", next.getTraceId());
		}
	}

	private static HttpResponse<String> get(String path) {
		return application.get(path, "X-Correlation-ID", "order-4711");
	}

	private static List<SpanData> spansOf(HttpResponse<String> response, int count) {
		String traceId = response.headers().firstValue("X-Trace-ID").orElse("");
		return application.bean(SpanRecorder.class).spansOf(traceId, count);
	}

	private static SpanData server(List<SpanData> spans) {
		return spans.stream().filter((span) -> span.getKind() == SpanKind.SERVER).findFirst().orElseThrow();
	}

	private static SpanData named(String name, List<SpanData> spans) {
		return spans.stream().filter((span) -> span.getName().equals(name)).findFirst().orElseThrow();
	}

}
