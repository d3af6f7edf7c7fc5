package io.tracingstarter.guard;

import java.util.List;
import java.util.function.Consumer;

/**
 * Tells listeners, each so that its faults reach neither the others nor the request. Any
 * thread.
 *
 * @param <L> the listeners' type
 */
public final class GuardedListeners<L> {

	private final List<L> listeners;

	private final List<Fault> faults;

	/**
	 * Creates a guard.
	 * @param listeners the listeners to tell, in order
	 */
	public GuardedListeners(List<L> listeners) {
		this.listeners = List.copyOf(listeners);
		this.faults = this.listeners.stream().map(Fault::new).toList();
	}

	/**
	 * Tells each listener.
	 * @param event calls the listener
	 */
	public void tell(Consumer<? super L> event) {
		for (int i = 0; i < this.listeners.size(); i++) {
			try {
				event.accept(this.listeners.get(i));
			}
			catch (Throwable ex) {
				this.faults.get(i).warn(ex);
			}
		}
	}

}
