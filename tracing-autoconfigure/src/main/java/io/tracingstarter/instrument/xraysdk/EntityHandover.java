package io.tracingstarter.instrument.xraysdk;

import com.amazonaws.xray.entities.Entity;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * Hands an entity to a thread, as code does that knows no context propagation.
 */
final class EntityHandover {

	private final EntityObservations observations;

	private final EntityScopes scopes;

	EntityHandover(EntityObservations observations, EntityScopes scopes) {
		this.observations = observations;
		this.scopes = scopes;
	}

	/**
	 * Makes the observation of an entity current on this thread, until another is set or
	 * it is cleared.
	 * @param entity the entity; one that is none of ours takes back what was set
	 */
	void set(@Nullable Entity entity) {
		this.scopes.closeEnded();
		if (entity == null) {
			clear();
		}
		else if (!(entity instanceof ObservedEntity observed)) {
			takeBack();
		}
		else if (!isCurrent(observed)) {
			takeBack();
			closeDownTo(observed);
			if (!isCurrent(observed)) {
				this.scopes.open(observed, true);
			}
		}
	}

	/** Closes what the SDK has made current on this thread. */
	void clear() {
		EntityScope innermost = this.scopes.innermost();
		while (innermost != null && (innermost.isCurrent() || !innermost.isObserved())) {
			this.scopes.closeInnermost();
			innermost.leave();
			innermost = this.scopes.innermost();
		}
	}

	private void takeBack() {
		EntityScope innermost = this.scopes.innermost();
		if (innermost != null && innermost.given() && innermost.isCurrent()) {
			this.scopes.closeInnermost();
		}
	}

	/** Where it is set again that something was begun in, that is left. */
	private void closeDownTo(ObservedEntity entity) {
		Observation observation = entity.observed().observation();
		EntityScope innermost = this.scopes.innermost();
		while (innermost != null && innermost.isCurrent() && !isCurrent(entity)
				&& this.observations.encloses(observation)) {
			this.scopes.closeInnermost();
			innermost.leave();
			innermost = this.scopes.innermost();
		}
	}

	private boolean isCurrent(ObservedEntity entity) {
		return this.observations.current() == entity.observed().observation();
	}

}
