package io.tracingstarter.instrument.jdbc;

import java.util.function.Supplier;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationPredicate;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.trace.Span;
import net.ttddyy.observation.tracing.DataSourceBaseContext;

/**
 * Leaves out what belongs to no request, such as the queries of start-up and of a health
 * check that is not traced itself; and the same query seen again by a second
 * {@code DataSource} bean below the first, as behind a routing one.
 */
public final class JdbcObservationPredicate implements ObservationPredicate {

	private final Supplier<ObservationRegistry> registry;

	private final boolean ownTraces;

	/**
	 * Creates a predicate.
	 * @param registry knows what is observed at the moment
	 * @param ownTraces whether a query outside of any trace starts one
	 */
	public JdbcObservationPredicate(Supplier<ObservationRegistry> registry, boolean ownTraces) {
		this.registry = registry;
		this.ownTraces = ownTraces;
	}

	@Override
	public boolean test(String name, Observation.Context context) {
		if (!(context instanceof DataSourceBaseContext)) {
			return true;
		}
		if (!this.ownTraces && !Span.current().getSpanContext().isValid()) {
			return false;
		}
		Observation current = this.registry.get().getCurrentObservation();
		return current == null || current.getContext().getClass() != context.getClass();
	}

}
