package io.tracingstarter.sampling;

import io.opentelemetry.api.trace.Span;

/**
 * Lets an application keep the trace that it is in, whatever the sampling said: a payment
 * that was refused, a customer who is being watched.
 * <p>
 * It keeps the part of this service, and what it calls from then on decides for itself.
 * To keep a request in every service, send the debug header.
 */
public final class KeepTrace {

	private KeepTrace() {
	}

	/**
	 * Keeps the trace of the current span. Cheap; from any thread, as often as one likes.
	 * @param reason why, in a few words; an attribute of the span, so nothing secret
	 * @return {@code false} where there is nothing to keep: no span is current, tracing
	 * is off, or neither failed nor slow requests are to be kept and this one was not
	 * sampled
	 */
	public static boolean now(String reason) {
		Span span = Span.current();
		if (!span.isRecording()) {
			return false;
		}
		span.setAttribute(SamplingAttributes.KEPT, KeepReason.REQUESTED.tag());
		span.setAttribute(SamplingAttributes.REASON, reason);
		return true;
	}

}
