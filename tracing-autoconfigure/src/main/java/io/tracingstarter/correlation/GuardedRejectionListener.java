package io.tracingstarter.correlation;

import java.util.List;

import io.tracingstarter.guard.Fault;

/**
 * Tells listeners of refused ids, each so that its faults reach neither the others nor
 * the request.
 */
public final class GuardedRejectionListener implements CorrelationIdRejectionListener {

	private final List<CorrelationIdRejectionListener> listeners;

	private final List<Fault> faults;

	/**
	 * Creates a listener.
	 * @param listeners the listeners to tell, in order
	 */
	public GuardedRejectionListener(List<CorrelationIdRejectionListener> listeners) {
		this.listeners = List.copyOf(listeners);
		this.faults = this.listeners.stream().map(Fault::new).toList();
	}

	@Override
	public void rejected(CorrelationIdRejection rejection) {
		for (int i = 0; i < this.listeners.size(); i++) {
			try {
				this.listeners.get(i).rejected(rejection);
			}
			catch (Throwable ex) {
				this.faults.get(i).warn(ex);
			}
		}
	}

}
