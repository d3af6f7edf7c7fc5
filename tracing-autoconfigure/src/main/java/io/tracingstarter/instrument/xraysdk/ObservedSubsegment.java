package io.tracingstarter.instrument.xraysdk;

import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.entities.Entity;
import com.amazonaws.xray.entities.Segment;
import com.amazonaws.xray.entities.SubsegmentImpl;
import org.jspecify.annotations.Nullable;

/**
 * A subsegment that stands for an observation inside of another. It collects what is put
 * into it, as the SDK's own does, until the observation stops.
 */
final class ObservedSubsegment extends SubsegmentImpl implements ObservedEntity {

	private final EntityObservation observed;

	private final ObservationSegmentContext context;

	ObservedSubsegment(AWSXRayRecorder creator, String name, Segment segment, EntityObservation observed,
			ObservationSegmentContext context) {
		super(creator, name, segment);
		this.observed = observed;
		this.context = context;
		String spanId = observed.spanId();
		if (spanId != null) {
			setId(spanId);
		}
	}

	@Override
	public EntityObservation observed() {
		return this.observed;
	}

	@Override
	public @Nullable Entity getParent() {
		Entity parent = super.getParent();
		return (parent != null) ? parent : this.context.parentOf(this.observed);
	}

	@Override
	public boolean isSampled() {
		return this.observed.isSampled();
	}

	@Override
	public void addException(Throwable exception) {
		setFault(true);
		this.observed.observation().error(exception);
	}

	/**
	 * Ends the observation, if the SDK began it.
	 * @return {@code false}, always: there is nothing for the SDK to send
	 */
	@Override
	public boolean end() {
		if (this.observed.end()) {
			setEndTime(System.currentTimeMillis() / 1000.0);
			setInProgress(false);
			getParentSegment().decrementReferenceCount();
			this.context.close(this);
			this.observed.observation().stop();
		}
		return false;
	}

	/** The SDK would end whichever is current. */
	@Override
	public void close() {
		this.context.end(getCreator(), this);
	}

}
