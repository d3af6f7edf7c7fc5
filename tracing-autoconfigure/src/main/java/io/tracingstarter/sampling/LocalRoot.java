package io.tracingstarter.sampling;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.trace.ReadableSpan;

/**
 * Knows the first span of a trace in this process: that of the request, the message or
 * the job.
 */
final class LocalRoot {

	private LocalRoot() {
	}

	static boolean is(ReadableSpan span) {
		SpanContext parent = span.getParentSpanContext();
		return !parent.isValid() || parent.isRemote();
	}

}
