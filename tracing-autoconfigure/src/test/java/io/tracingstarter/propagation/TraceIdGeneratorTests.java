package io.tracingstarter.propagation;

import java.util.HashSet;
import java.util.Set;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.IdGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EpochIdGenerator} and {@link ContinuingIdGenerator}.
 */
class TraceIdGeneratorTests {

	private static final String TRACE = "5759e988bd862e3fe1be46a994272793";

	private static final String SPAN = "53995c3f42cd8ad8";

	private final IdGenerator continuing = new ContinuingIdGenerator(IdGenerator.random());

	@ParameterizedTest
	@CsvSource({ "0, 00000000", "1480615200000, 58406520", "1480615200999, 58406520", "1795168800123, 6b001a20",
			"4294967295999, ffffffff" })
	void shouldBeginWithTheSecond(long epochMillis, String digits) {
		IdGenerator ids = new EpochIdGenerator(() -> epochMillis);
		Set<String> seen = new HashSet<>();
		for (int i = 0; i < 10_000; i++) {
			String id = ids.generateTraceId();
			assertThat(TraceId.isValid(id)).isTrue();
			assertThat(id).startsWith(digits);
			assertThat(seen.add(id)).isTrue();
		}
		assertThat(SpanId.isValid(ids.generateSpanId())).isTrue();
	}

	@Test
	void shouldFillAllDigitsAfterTheTime() {
		IdGenerator ids = new EpochIdGenerator();
		for (int digit = 8; digit < 32; digit++) {
			Set<Character> seen = new HashSet<>();
			for (int i = 0; i < 1000; i++) {
				seen.add(ids.generateTraceId().charAt(digit));
			}
			assertThat(seen).as("digit " + digit).hasSize(16);
		}
	}

	@Test
	void shouldContinueTraceThatCameWithoutSpan() {
		try (Scope scope = new IncomingTrace(TRACE, null, null).in(Context.root()).makeCurrent()) {
			assertThat(this.continuing.generateTraceId()).isEqualTo(TRACE);
			assertThat(this.continuing.generatesRandomTraceIds()).isFalse();
		}
	}

	@Test
	void shouldMakeNewIdWhereSpanCame() {
		assertMakesNewId(new IncomingTrace(TRACE, SPAN, null).in(Context.root()));
	}

	/** Whoever starts another trace inside of a request wants another trace. */
	@Test
	void shouldMakeNewIdInsideOfSpan() {
		Span span = Span.wrap(SpanContext.create(TRACE, SPAN, TraceFlags.getDefault(), TraceState.getDefault()));
		assertMakesNewId(new IncomingTrace(TRACE, null, null).in(Context.root()).with(span));
	}

	@Test
	void shouldMakeNewIdWithoutRequest() {
		assertMakesNewId(Context.root());
	}

	private void assertMakesNewId(Context context) {
		try (Scope scope = context.makeCurrent()) {
			assertThat(this.continuing.generateTraceId()).isNotEqualTo(TRACE);
			assertThat(this.continuing.generatesRandomTraceIds()).isTrue();
		}
	}

}
