package io.tracingstarter.guard;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationFilter;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationPredicate;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Micrometer's registry, with a guard around each handler, filter and predicate that it
 * is given: Micrometer lets what these throw fail the request that is observed.
 */
public final class GuardedObservationRegistry implements ObservationRegistry {

	private final ObservationRegistry registry = ObservationRegistry.create();

	private final GuardedConfig config = new GuardedConfig();

	@Override
	public @Nullable Observation getCurrentObservation() {
		return this.registry.getCurrentObservation();
	}

	@Override
	public Observation.@Nullable Scope getCurrentObservationScope() {
		return this.registry.getCurrentObservationScope();
	}

	@Override
	public void setCurrentObservationScope(Observation.@Nullable Scope scope) {
		this.registry.setCurrentObservationScope(scope);
	}

	@Override
	public ObservationConfig observationConfig() {
		return this.config;
	}

	@Override
	public boolean isNoop() {
		return !this.config.hasHandlers;
	}

	private static final class GuardedConfig extends ObservationConfig {

		private volatile boolean hasHandlers;

		@Override
		public ObservationConfig observationHandler(ObservationHandler<?> handler) {
			super.observationHandler(new GuardedObservationHandler<>(handler));
			this.hasHandlers = true;
			return this;
		}

		/** Without an answer, the observation takes place. */
		@Override
		public ObservationConfig observationPredicate(ObservationPredicate predicate) {
			Fault fault = new Fault(predicate);
			super.observationPredicate((name, context) -> {
				try {
					return predicate.test(name, context);
				}
				catch (Throwable ex) {
					fault.warn(ex);
					return true;
				}
			});
			return this;
		}

		@Override
		public ObservationConfig observationFilter(ObservationFilter filter) {
			Fault fault = new Fault(filter);
			super.observationFilter((context) -> {
				try {
					return filter.map(context);
				}
				catch (Throwable ex) {
					fault.warn(ex);
					return context;
				}
			});
			return this;
		}

	}

}
