package io.tracingstarter.instrument.xraysdk;

import java.util.function.Supplier;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.otel.bridge.OtelSpan;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

/**
 * Starts and finds the observations of one application.
 */
final class EntityObservations {

	private final Supplier<@Nullable ObservationRegistry> source;

	private final Supplier<@Nullable Tracer> tracer;

	private volatile @Nullable ObservationRegistry registry;

	EntityObservations(Supplier<@Nullable ObservationRegistry> registry, Supplier<@Nullable Tracer> tracer) {
		this.source = registry;
		this.tracer = tracer;
	}

	ObservationRegistry registry() {
		ObservationRegistry known = this.registry;
		if (known == null) {
			known = this.source.get();
			if (known == null) {
				return ObservationRegistry.NOOP;
			}
			this.registry = known;
		}
		return known;
	}

	@Nullable Observation current() {
		Observation current = registry().getCurrentObservation();
		return Entities.isThere(current) ? current : null;
	}

	/** Whether one of the scopes around the current one is of an observation. */
	boolean encloses(Observation observation) {
		Observation.Scope scope = registry().getCurrentObservationScope();
		while (scope != null) {
			if (scope.getCurrentObservation() == observation) {
				return true;
			}
			scope = scope.getPreviousObservationScope();
		}
		return false;
	}

	/**
	 * Starts an observation inside the current one.
	 * @return {@code null} where the application wants none
	 */
	@Nullable Observation start(String kind, @Nullable String name) {
		Observation observation = Observation.createNotStarted(kind, registry())
			.contextualName(Entities.nonBlank(name))
			.start();
		return observation.isNoop() ? null : observation;
	}

	/**
	 * Starts an observation inside the current one, or in the trace of a caller.
	 * @param upstream the caller
	 * @return {@code null} where the application wants none
	 */
	@Nullable Observation start(String kind, @Nullable String name, @Nullable SpanContext upstream) {
		Tracer tracer = (upstream != null) ? this.tracer.get() : null;
		if (upstream == null || tracer == null) {
			return start(kind, name);
		}
		try (Tracer.SpanInScope scope = tracer.withSpan(OtelSpan.fromOtel(Span.wrap(upstream)))) {
			return start(kind, name);
		}
	}

}
