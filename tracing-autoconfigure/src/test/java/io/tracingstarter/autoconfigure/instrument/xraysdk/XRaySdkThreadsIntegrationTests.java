package io.tracingstarter.autoconfigure.instrument.xraysdk;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

import com.amazonaws.xray.AWSXRay;
import com.amazonaws.xray.entities.Entity;
import com.amazonaws.xray.entities.Subsegment;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.autoconfigure.instrument.xraysdk.XRaySdkApplication.Controller;
import io.tracingstarter.testing.LogRecorder;
import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.SpanRecorder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that entities of the X-Ray SDK go from thread to thread, and leave none of them
 * with the ids of another request.
 */
class XRaySdkThreadsIntegrationTests {

	private static RunningApplication application;

	private static ObservationRegistry observations;

	@BeforeAll
	static void start() {
		application = RunningApplication.servlet(XRaySdkApplication.class);
		observations = application.bean(ObservationRegistry.class);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void shouldFollowEntityToOtherThreads() {
		try (LogRecorder log = LogRecorder.of(Controller.class)) {
			HttpResponse<String> response = application.get("/threads");
			List<SpanData> spans = spansOf(response, 5);
			SpanData server = server(spans);
			assertThat(response.body()).isEqualTo(server.getSpanId());
			for (String name : List.of("set", "run", "executed")) {
				assertThat(named(name, spans).getParentSpanId()).isEqualTo(server.getSpanId());
			}
			assertThat(named("sell", spans).getParentSpanId()).isEqualTo(named("set", spans).getSpanId());
			assertThat(log.only("run").getMDCPropertyMap()).containsEntry("spanId", named("run", spans).getSpanId());
			assertThat(log.only("after").getMDCPropertyMap()).doesNotContainKey("traceId");
		}
	}

	@Test
	void shouldFollowOurExecutorsAndEndWhatBeganElsewhere() {
		HttpResponse<String> response = application.get("/pool");
		List<SpanData> spans = spansOf(response, 3);
		assertThat(named("begun here", spans).getParentSpanId()).isEqualTo(server(spans).getSpanId());
		assertThat(named("in pool", spans).getParentSpanId()).isEqualTo(named("begun here", spans).getSpanId());
		assertThat(response.body()).isEqualTo(server(spans).getSpanId());
	}

	@Test
	@SuppressWarnings("deprecation")
	void shouldReplaceEntityThatWasSetBefore() {
		Entity[] entities = new Entity[2];
		for (int i = 0; i < 2; i++) {
			Observation.createNotStarted("request", observations).observe(() -> AWSXRay.getTraceEntity());
			int number = i;
			Observation.createNotStarted("request", observations)
				.observe(() -> entities[number] = AWSXRay.getTraceEntity());
		}
		for (Entity entity : entities) {
			AWSXRay.setTraceEntity(entity);
			assertThat(AWSXRay.getTraceEntity()).isSameAs(entity);
			assertThat(Span.current().getSpanContext().getSpanId()).isEqualTo(entity.getId());
		}
		AWSXRay.clearTraceEntity();
		assertNothingIsCurrent();
	}

	@Test
	@SuppressWarnings("deprecation")
	void shouldGoBackToParentWhenThatIsSetAgain() {
		Observation.createNotStarted("request", observations).observe(() -> {
			Entity parent = AWSXRay.getTraceEntity();
			Subsegment subsegment = AWSXRay.beginSubsegment("call");
			AWSXRay.setTraceEntity(parent);
			assertThat(AWSXRay.getTraceEntity()).isSameAs(parent);
			assertThat(Span.current().getSpanContext().getSpanId()).isEqualTo(parent.getId());
			AWSXRay.getGlobalRecorder().endSubsegment(subsegment);
			assertThat(AWSXRay.getTraceEntity()).isSameAs(parent);
			assertThat(subsegment.isInProgress()).isFalse();
		});
		assertNothingIsCurrent();
	}

	@Test
	void shouldCloseWhatIsInsideWhenSegmentEnds() {
		AWSXRay.beginSegment("job");
		Subsegment forgotten = AWSXRay.beginSubsegment("forgotten");
		AWSXRay.endSegment();
		assertThat(forgotten.isInProgress()).isFalse();
		assertNothingIsCurrent();
	}

	@Test
	void shouldLeaveSubsegmentOpenForWhoeverEndsItBeforeTheRequest() throws Exception {
		ExecutorService pool = application.bean(ExecutorService.class);
		Observation request = Observation.start("request", observations);
		CompletableFuture<Subsegment> later = new CompletableFuture<>();
		try (Observation.Scope scope = request.openScope()) {
			later.complete(AWSXRay.beginSubsegment("later"));
		}
		assertNothingIsCurrent();
		assertThat(later.join().isInProgress()).isTrue();
		pool.submit(() -> AWSXRay.getGlobalRecorder().endSubsegment(later.join())).get();
		assertThat(later.join().isInProgress()).isFalse();
		request.stop();
	}

	@Test
	void shouldEndWithItsSegmentWhenClearedAndForgotten() {
		Subsegment[] cleared = new Subsegment[1];
		Observation.createNotStarted("request", observations).observe(() -> {
			Entity request = AWSXRay.getTraceEntity();
			cleared[0] = AWSXRay.beginSubsegment("cleared");
			AWSXRay.clearTraceEntity();
			assertThat(AWSXRay.getTraceEntity()).isSameAs(request);
			assertThat(cleared[0].isInProgress()).isTrue();
		});
		assertThat(cleared[0].isInProgress()).isFalse();
	}

	@Test
	void shouldLeaveNothingOnThreadOfPoolWhenTaskForgetsToEnd() throws Exception {
		ExecutorService pool = application.bean(ExecutorService.class);
		Observation request = Observation.start("request", observations);
		try (Observation.Scope scope = request.openScope()) {
			pool.submit(() -> AWSXRay.beginSubsegment("forgotten")).get();
		}
		request.stop();
		pool.submit(XRaySdkThreadsIntegrationTests::assertNothingIsCurrent).get();
	}

	@Test
	void shouldCountUnobservedSubsegments() {
		Observation.createNotStarted("request", observations).observe(() -> {
			Subsegment outer = AWSXRay.beginSubsegment("outer");
			AWSXRay.beginSubsegmentWithoutSampling("hidden");
			AWSXRay.endSubsegment();
			assertThat(outer.isInProgress()).isTrue();
			AWSXRay.endSubsegment();
			assertThat(outer.isInProgress()).isFalse();
		});
		assertNothingIsCurrent();
	}

	private static void assertNothingIsCurrent() {
		assertThat(AWSXRay.getGlobalRecorder().getTraceEntity()).isNull();
		assertThat(observations.getCurrentObservation()).isNull();
		assertThat(Span.current().getSpanContext().isValid()).isFalse();
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
