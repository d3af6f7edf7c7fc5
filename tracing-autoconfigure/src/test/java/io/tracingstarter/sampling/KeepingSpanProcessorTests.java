package io.tracingstarter.sampling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@link KeepingSpanProcessor} keeps of requests that were not sampled.
 */
class KeepingSpanProcessorTests {

	private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

	private final TracedService service = new TracedService();

	@Test
	void shouldDropAllWhenNothingHappened() {
		Span request = this.service.request("request");
		this.service.child(request, "query").end();
		request.end();
		assertThat(this.service.exported).isEmpty();
		assertThat(this.service.events).isEmpty();
		assertEmpty();
	}

	@Test
	void shouldKeepEverySpanOnceWhenOneFails() {
		Span request = this.service.request("request");
		this.service.child(request, "first").end();
		Span failing = this.service.child(request, "failing");
		Span inner = this.service.child(failing, "inner");
		inner.end();
		failing.setStatus(StatusCode.ERROR).end();
		assertThat(this.service.exportedNames()).as("told at once: the process may die")
			.containsExactly("first", "inner", "failing");
		this.service.child(request, "last").end();
		request.end();
		assertThat(this.service.exportedNames()).containsExactly("first", "inner", "failing", "last", "request");
		assertThat(this.service.marked("request")).isEqualTo("error");
		assertThat(this.service.marked("first")).isNull();
		assertThat(this.service.exported).allMatch((span) -> span.getSpanContext().isSampled());
		assertThat(this.service.events).containsExactly(KeepReason.ERROR);
		assertEmpty();
	}

	@Test
	void shouldKeepRequestWhenItIsSlow() {
		Span request = this.service.request("request");
		this.service.child(request, "query").end();
		this.service.pass(Duration.ofMillis(1001));
		request.end();
		assertThat(this.service.exportedNames()).containsExactly("query", "request");
		assertThat(this.service.marked("request")).isEqualTo("slow");
		assertThat(this.service.events).containsExactly(KeepReason.SLOW);
	}

	@Test
	void shouldDropRequestWhenOnlyItsLimitIsReached() {
		Span request = this.service.request("request");
		this.service.pass(Duration.ofSeconds(1));
		request.end();
		assertThat(this.service.exported).isEmpty();
	}

	@Test
	void shouldKeepRequestBeforeItEndsWhenItIsSlowAlready() {
		Span request = this.service.request("hanging");
		this.service.child(request, "query").end();
		this.service.keeping.review();
		assertThat(this.service.exported).isEmpty();
		this.service.pass(Duration.ofMillis(1001));
		this.service.keeping.review();
		assertThat(this.service.exportedNames()).containsExactly("query");
		request.end();
		assertThat(this.service.marked("hanging")).isEqualTo("slow");
	}

	@Test
	void shouldKeepRequestWhenApplicationAsks() {
		Span request = this.service.request("request");
		Span inner = this.service.child(request, "inner");
		try (Scope scope = inner.makeCurrent()) {
			assertThat(KeepTrace.now("a payment was refused")).isTrue();
		}
		inner.end();
		request.end();
		assertThat(this.service.exportedNames()).containsExactly("inner", "request");
		assertThat(this.service.marked("request")).isEqualTo("requested");
		assertThat(this.service.exported.get(0).getAttributes().get(SamplingAttributes.REASON))
			.isEqualTo("a payment was refused");
	}

	@Test
	void shouldSayThatNothingIsKeptWhenThereIsNoSpan() {
		assertThat(KeepTrace.now("no one listens")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http.response.status_code", "status" })
	void shouldKeepRequestWhenItsCallWasAnsweredWithServerError(String attribute) {
		Span request = this.service.request("request");
		this.service.child(request, "call", SpanKind.CLIENT).setAttribute(attribute, "503").end();
		request.end();
		assertThat(this.service.exportedNames()).containsExactly("call", "request");
	}

	@Test
	void shouldDropRequestWhenItsCallWasAnsweredWithClientError() {
		Span request = this.service.request("request");
		this.service.child(request, "call", SpanKind.CLIENT).setAttribute("http.response.status_code", 404).end();
		this.service.child(request, "call", SpanKind.CLIENT).setAttribute("status", "404").end();
		request.end();
		assertThat(this.service.exported).isEmpty();
	}

	@Test
	void shouldKeepRequestWhenWhatItStartedFailsLater() {
		Span request = this.service.request("request");
		Span task = this.service.child(request, "task");
		request.end();
		assertThat(this.service.exported).isEmpty();
		task.setStatus(StatusCode.ERROR).end();
		assertThat(this.service.exportedNames()).containsExactly("request", "task");
		assertThat(this.service.marked("request")).isEqualTo("error");
	}

	@Test
	void shouldKeepWhatStartsLaterWhenRequestWasKept() {
		Span request = this.service.request("request");
		request.setStatus(StatusCode.ERROR).end();
		this.service.child(request, "late").end();
		assertThat(this.service.exportedNames()).containsExactly("request", "late");
		assertThat(this.service.events).containsExactly(KeepReason.ERROR);
	}

	@Test
	void shouldKeepTheFailureAloneWhenRequestWasDropped() {
		Span request = this.service.request("request");
		request.end();
		this.service.child(request, "late").setStatus(StatusCode.ERROR).end();
		assertThat(this.service.exportedNames()).containsExactly("late");
	}

	@Test
	void shouldKeepAllRequestsOfTraceWhenOneOfThemFails() {
		Span first = this.service.requestIn("first", TRACE_ID, false);
		Span second = this.service.requestIn("second", TRACE_ID, false);
		first.end();
		second.setStatus(StatusCode.ERROR).end();
		assertThat(this.service.exportedNames()).containsExactly("first", "second");
		assertThat(this.service.marked("second")).isEqualTo("error");
	}

	@Test
	void shouldLeaveSampledTraceAlone() {
		Span request = this.service.requestIn("request", TRACE_ID, true);
		this.service.child(request, "failing").setStatus(StatusCode.ERROR).end();
		request.end();
		assertThat(this.service.exportedNames()).containsExactly("failing", "request");
		assertThat(this.service.marked("request")).isNull();
		assertThat(this.service.events).isEmpty();
	}

	@Test
	void shouldKeepOnlySlowRequestsWhenErrorsAreOff() {
		TracedService slowOnly = new TracedService(new KeepRules(false, Duration.ofSeconds(1)), TracedService.ROOMY,
				Sampler.alwaysOff());
		slowOnly.request("failed").setStatus(StatusCode.ERROR).end();
		Span slow = slowOnly.request("slow");
		slowOnly.pass(Duration.ofSeconds(2));
		slow.end();
		assertThat(slowOnly.exportedNames()).containsExactly("slow");
	}

	@Test
	void shouldKeepNoSlowRequestsWhenThereIsNoLimit() {
		TracedService errorsOnly = new TracedService(new KeepRules(true, null), TracedService.ROOMY,
				Sampler.alwaysOff());
		Span slow = errorsOnly.request("slow");
		errorsOnly.pass(Duration.ofDays(1));
		slow.end();
		assertThat(errorsOnly.exported).isEmpty();
	}

	@Test
	void shouldKeepExactlyTheFailedRequestsWhenManyRunAtOnce() throws Exception {
		int requests = 4000;
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			List<Callable<Void>> tasks = new ArrayList<>();
			for (int i = 0; i < requests; i++) {
				boolean failing = i % 10 == 0;
				tasks.add(() -> {
					Span request = this.service.request("request");
					Span task = this.service.child(request, "task");
					Future<?> ended = threads.submit(() -> {
						task.setStatus(failing ? StatusCode.ERROR : StatusCode.UNSET).end();
					});
					this.service.child(request, "query").end();
					request.end();
					assertThat(ended).isNotNull();
					return null;
				});
			}
			for (Future<Void> task : threads.invokeAll(tasks)) {
				task.get();
			}
		}
		finally {
			threads.shutdown();
			assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
		}
		assertThat(this.service.exported.stream().map(SpanData::getTraceId).distinct()).hasSize(requests / 10);
		assertThat(this.service.exported).hasSize(3 * requests / 10);
		assertEmpty();
	}

	private void assertEmpty() {
		assertThat(this.service.keeping.bufferedTraces()).isZero();
		assertThat(this.service.keeping.bufferedSpans()).isZero();
	}

}
