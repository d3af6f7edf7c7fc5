package io.tracingstarter.instrument.xraysdk;

import java.util.concurrent.atomic.AtomicBoolean;

import com.amazonaws.xray.entities.TraceID;
import io.micrometer.observation.Observation;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import org.jspecify.annotations.Nullable;

/**
 * The observation behind a segment or subsegment: its ids, its failures, and its end if
 * the X-Ray SDK began it.
 */
final class EntityObservation {

	private static final int TRACE_ID_LENGTH = 32;

	private static final int TIME_LENGTH = 8;

	private final Observation observation;

	private final boolean begun;

	private final AtomicBoolean ended = new AtomicBoolean();

	private EntityObservation(Observation observation, boolean begun) {
		this.observation = observation;
		this.begun = begun;
	}

	/**
	 * Returns one that a call of the SDK has started, and another will end.
	 */
	static EntityObservation begun(Observation observation) {
		return new EntityObservation(observation, true);
	}

	/**
	 * Returns one that somebody else has started, such as the server's, and that the SDK
	 * only sees.
	 */
	static EntityObservation seen(Observation observation) {
		return new EntityObservation(observation, false);
	}

	Observation observation() {
		return this.observation;
	}

	boolean isBegun() {
		return this.begun;
	}

	boolean isEnded() {
		return this.ended.get();
	}

	/**
	 * Ends it, once.
	 * @return whether it is the first to end what the SDK has begun
	 */
	boolean end() {
		return this.begun && this.ended.compareAndSet(false, true);
	}

	boolean isSampled() {
		Span span = span(this.observation.getContextView());
		return span != null && Boolean.TRUE.equals(span.context().sampled());
	}

	/**
	 * Returns the span's id; {@code null} where no tracer is at work.
	 */
	@Nullable String spanId() {
		Span span = span(this.observation.getContextView());
		return (span != null && !span.context().spanId().isEmpty()) ? span.context().spanId() : null;
	}

	/**
	 * Returns the trace's id in X-Ray's form, or X-Ray's invalid id where no tracer is at
	 * work.
	 */
	TraceID traceId() {
		Span span = span(this.observation.getContextView());
		return (span != null) ? traceId(span.context().traceId()) : TraceID.invalid();
	}

	static TraceID traceId(String traceId) {
		return (traceId.length() == TRACE_ID_LENGTH)
				? TraceID.fromString("1-" + traceId.substring(0, TIME_LENGTH) + "-" + traceId.substring(TIME_LENGTH))
				: TraceID.invalid();
	}

	static @Nullable Span span(Observation.ContextView context) {
		TracingContext tracing = context.get(TracingContext.class);
		return (tracing != null) ? tracing.getSpan() : null;
	}

}
