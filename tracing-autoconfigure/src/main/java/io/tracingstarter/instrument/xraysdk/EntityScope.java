package io.tracingstarter.instrument.xraysdk;

import com.amazonaws.xray.entities.Entity;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * That an entity is current on a thread.
 *
 * @param entity the entity
 * @param scope the scope of its observation; for one without an observation the scope it
 * was begun in, if there was one
 * @param given whether the entity was handed to the thread, not begun on it
 */
record EntityScope(Entity entity, Observation.@Nullable Scope scope, boolean given) {

	boolean isObserved() {
		return this.entity instanceof ObservedEntity;
	}

	/** Whether no other scope has been opened inside. */
	boolean isCurrent() {
		return this.scope != null && this.scope.getCurrentObservation()
			.getObservationRegistry()
			.getCurrentObservationScope() == this.scope;
	}

	boolean isOf(Observation.Context context) {
		return this.entity instanceof ObservedEntity observed
				&& observed.observed().observation().getContext() == context;
	}

	boolean isEnded() {
		return this.entity instanceof ObservedEntity observed && observed.observed().isEnded();
	}

	/** Its thread has gone on, and will not come back to end it. */
	void leave() {
		if (this.given || !(this.entity instanceof ObservedSubsegment subsegment) || isEnded()) {
			return;
		}
		if (subsegment.getParentSegment() instanceof ObservedSegment segment) {
			segment.leave(subsegment);
		}
		else {
			subsegment.end();
		}
	}

}
