package io.tracingstarter.instrument.xraysdk;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.tracing.Span;

/**
 * Puts onto a span what the SDK has collected for it, and closes what the SDK has left
 * open. Must be called before the tracer's handler when an observation or scope ends,
 * that is, be registered after it.
 */
final class EntityObservationHandler implements ObservationHandler<Observation.Context> {

	private final EntityScopes scopes;

	EntityObservationHandler(EntityScopes scopes) {
		this.scopes = scopes;
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return true;
	}

	@Override
	public void onScopeClosed(Observation.Context context) {
		this.scopes.closeInside(context);
	}

	@Override
	public void onStop(Observation.Context context) {
		ObservedEntity entity = Entities.known(context);
		if (entity == null) {
			return;
		}
		if (entity instanceof ObservedSegment segment) {
			segment.stopped();
		}
		Span span = EntityObservation.span(context);
		if (span != null && !span.isNoop()) {
			EntityAttributes.set(entity, span, context.getError() != null);
		}
	}

}
