package io.tracingstarter.guard;

import java.util.Collection;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import org.jspecify.annotations.Nullable;

/**
 * Calls a propagator so that its faults cost a request no more than what this propagator
 * would have carried.
 */
public final class GuardedPropagator implements TextMapPropagator {

	private final TextMapPropagator propagator;

	private final Fault fault;

	/**
	 * Creates a guard.
	 * @param propagator may throw
	 */
	public GuardedPropagator(TextMapPropagator propagator) {
		this.propagator = propagator;
		this.fault = new Fault(propagator);
	}

	@Override
	public Collection<String> fields() {
		return this.propagator.fields();
	}

	@Override
	public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
		try {
			this.propagator.inject(context, carrier, setter);
		}
		catch (Throwable ex) {
			this.fault.warn(ex);
		}
	}

	@Override
	public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
		try {
			return this.propagator.extract(context, carrier, getter);
		}
		catch (Throwable ex) {
			this.fault.warn(ex);
			return context;
		}
	}

	@Override
	public String toString() {
		return this.propagator.toString();
	}

}
