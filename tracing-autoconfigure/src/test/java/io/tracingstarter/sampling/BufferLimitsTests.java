package io.tracingstarter.sampling;

import java.time.Duration;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What {@link KeepingSpanProcessor} does when there is no more room.
 */
class BufferLimitsTests {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	@Test
	void shouldKeepTheFailureAloneWhenThereAreTooManyTraces() {
		TracedService service = new TracedService(new BufferLimits(1, 100, 100, MINUTE));
		Span first = service.request("first");
		Span second = service.request("second");
		service.child(second, "query").end();
		service.child(second, "failing").setStatus(StatusCode.ERROR).end();
		second.end();
		first.end();
		assertThat(service.events).containsExactly(BufferLimit.TRACES, KeepReason.ERROR);
		assertThat(service.exportedNames()).containsExactly("failing", "second");
		assertThat(service.keeping.bufferedTraces()).isZero();
	}

	@Test
	void shouldDropSpansButNotTheFailureWhenTraceIsTooLarge() {
		TracedService service = new TracedService(new BufferLimits(10, 100, 2, MINUTE));
		Span request = service.request("request");
		for (int i = 0; i < 5; i++) {
			service.child(request, "query " + i).end();
		}
		assertThat(service.keeping.bufferedSpans()).isEqualTo(2);
		request.setStatus(StatusCode.ERROR).end();
		assertThat(service.exportedNames()).containsExactly("query 0", "query 1", "request");
		assertThat(service.events).containsExactly(BufferLimit.SPANS_PER_TRACE, BufferLimit.SPANS_PER_TRACE,
				BufferLimit.SPANS_PER_TRACE, KeepReason.ERROR);
	}

	@Test
	void shouldDropSpansWhenAllTracesTogetherAreTooLarge() {
		TracedService service = new TracedService(new BufferLimits(10, 2, 100, MINUTE));
		Span first = service.request("first");
		Span second = service.request("second");
		service.child(first, "query").end();
		service.child(second, "query").end();
		service.child(second, "too many").end();
		assertThat(service.events).containsExactly(BufferLimit.SPANS);
		first.end();
		assertThat(service.keeping.bufferedSpans()).as("what is dropped makes room").isEqualTo(1);
		service.child(second, "third").end();
		second.setStatus(StatusCode.ERROR).end();
		assertThat(service.exportedNames()).containsExactly("query", "third", "second");
		assertThat(service.keeping.bufferedSpans()).isZero();
	}

	@Test
	void shouldForgetTraceWhenItDoesNotEnd() {
		TracedService service = new TracedService(new KeepRules(true, null), new BufferLimits(10, 100, 100, MINUTE),
				Sampler.alwaysOff());
		Span request = service.request("leaked");
		service.child(request, "query").end();
		service.pass(MINUTE);
		service.keeping.review();
		assertThat(service.keeping.bufferedTraces()).isEqualTo(1);
		service.pass(Duration.ofNanos(1));
		service.keeping.review();
		assertThat(service.keeping.bufferedTraces()).isZero();
		assertThat(service.keeping.bufferedSpans()).isZero();
		assertThat(service.events).containsExactly(BufferLimit.AGE);
		request.setStatus(StatusCode.ERROR).end();
		assertThat(service.exportedNames()).as("the failure itself is kept").containsExactly("leaked");
	}

	@Test
	void shouldRefuseLimitsThatAreNotPositive() {
		assertThatIllegalArgumentException().isThrownBy(() -> new BufferLimits(0, 1, 1, MINUTE));
		assertThatIllegalArgumentException().isThrownBy(() -> new BufferLimits(1, 1, 1, Duration.ZERO));
	}

}
