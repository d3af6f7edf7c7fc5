package io.tracingstarter.instrument.xraysdk;

import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.entities.TraceID;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import org.jspecify.annotations.Nullable;

/**
 * The caller's segment, as code names it that begins its own with ids out of a message.
 */
final class UpstreamSegment {

	private UpstreamSegment() {
	}

	/**
	 * Returns the caller's span; {@code null} where the ids are none.
	 */
	static @Nullable SpanContext of(@Nullable TraceID traceId, @Nullable String parentId, AWSXRayRecorder recorder) {
		if (traceId == null || traceId == TraceID.invalid()) {
			return null;
		}
		// a span has no trace without a parent
		String spanId = (parentId != null && SpanId.isValid(parentId)) ? parentId
				: recorder.getIdGenerator().newEntityId();
		SpanContext upstream = SpanContext.createFromRemoteParent(
				traceId.getStartTimeAsHex() + traceId.getNumberAsHex(), spanId, TraceFlags.getSampled(),
				TraceState.getDefault());
		return upstream.isValid() ? upstream : null;
	}

}
