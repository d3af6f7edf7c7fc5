package io.tracingstarter.web;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationPredicate;
import io.opentelemetry.context.Context;
import io.tracingstarter.correlation.CorrelationContext;
import org.jspecify.annotations.Nullable;

/**
 * Observes nothing of a request that is noise: neither the request itself, nor what is
 * done for it, which would start a trace of its own.
 */
public final class NoisePredicate implements ObservationPredicate {

	@Override
	public boolean test(@Nullable String name, Observation.@Nullable Context context) {
		return !CorrelationContext.isUntraced(Context.current());
	}

}
