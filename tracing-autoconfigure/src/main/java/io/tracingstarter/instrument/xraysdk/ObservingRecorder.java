package io.tracingstarter.instrument.xraysdk;

import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.entities.Segment;
import com.amazonaws.xray.entities.TraceID;
import com.amazonaws.xray.listeners.SegmentListener;
import org.jspecify.annotations.Nullable;

/**
 * The recorder of one application. The SDK's own would call each segment an error that
 * begins where there is a trace already, as with a scheduled job.
 */
final class ObservingRecorder extends AWSXRayRecorder {

	private final ObservationSegmentContext context;

	private @Nullable AWSXRayRecorder previous;

	private volatile boolean closed;

	ObservingRecorder(EntityObservations observations, EntityScopes scopes, boolean awsCallsObserved) {
		this.context = new ObservationSegmentContext(this, observations, scopes, awsCallsObserved);
		useFastIdGenerator();
	}

	ObservationSegmentContext context() {
		return this.context;
	}

	/**
	 * Takes the place of another recorder, and over what listens to it.
	 */
	void replace(AWSXRayRecorder previous) {
		this.previous = previous;
		if (!(previous instanceof ObservingRecorder)) {
			for (SegmentListener listener : previous.getSegmentListeners()) {
				if (!getSegmentListeners().contains(listener)) {
					addSegmentListener(listener);
				}
			}
		}
	}

	/**
	 * Takes no further part.
	 * @return whose place it had; not one that has been closed before it
	 */
	@Nullable AWSXRayRecorder close() {
		this.closed = true;
		AWSXRayRecorder before = this.previous;
		while (before instanceof ObservingRecorder observing && observing.closed) {
			before = observing.previous;
		}
		return before;
	}

	@Override
	public Segment beginSegment(String name) {
		return this.context.beginSegment(this, name, null, null);
	}

	@Override
	public Segment beginSegment(String name, TraceID traceId, @Nullable String parentId) {
		return this.context.beginSegment(this, name, traceId, parentId);
	}

	@Override
	public Segment beginNoOpSegment() {
		return this.context.beginUnobservedSegment(this);
	}

	@Override
	public Segment beginNoOpSegment(TraceID traceId) {
		return this.context.beginUnobservedSegment(this);
	}

	@Override
	public void endSegment() {
		this.context.endCurrentSegment(this);
	}

}
