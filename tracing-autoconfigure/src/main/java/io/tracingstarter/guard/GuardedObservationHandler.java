package io.tracingstarter.guard;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;

/**
 * Calls an observation handler so that its faults reach neither the other handlers nor
 * what is observed.
 */
final class GuardedObservationHandler<T extends Observation.Context> implements ObservationHandler<T> {

	private final ObservationHandler<T> handler;

	private final Fault fault;

	GuardedObservationHandler(ObservationHandler<T> handler) {
		this.handler = handler;
		this.fault = new Fault(handler);
	}

	@Override
	public void onStart(T context) {
		try {
			this.handler.onStart(context);
		}
		catch (Throwable ex) {
			this.fault.warn(ex);
		}
	}

	@Override
	public void onError(T context) {
		try {
			this.handler.onError(context);
		}
		catch (Throwable ex) {
			this.fault.warn(ex);
		}
	}

	@Override
	public void onEvent(Observation.Event event, T context) {
		try {
			this.handler.onEvent(event, context);
		}
		catch (Throwable ex) {
			this.fault.warn(ex);
		}
	}

	@Override
	public void onScopeOpened(T context) {
		try {
			this.handler.onScopeOpened(context);
		}
		catch (Throwable ex) {
			this.fault.warn(ex);
		}
	}

	@Override
	public void onScopeClosed(T context) {
		try {
			this.handler.onScopeClosed(context);
		}
		catch (Throwable ex) {
			this.fault.warn(ex);
		}
	}

	@Override
	@SuppressWarnings("deprecation")
	public void onScopeReset(T context) {
		try {
			this.handler.onScopeReset(context);
		}
		catch (Throwable ex) {
			this.fault.warn(ex);
		}
	}

	@Override
	public void onStop(T context) {
		try {
			this.handler.onStop(context);
		}
		catch (Throwable ex) {
			this.fault.warn(ex);
		}
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		try {
			return this.handler.supportsContext(context);
		}
		catch (Throwable ex) {
			this.fault.warn(ex);
			return false;
		}
	}

	@Override
	public String toString() {
		return this.handler.toString();
	}

}
