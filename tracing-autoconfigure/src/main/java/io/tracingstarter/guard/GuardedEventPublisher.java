package io.tracingstarter.guard;

import java.util.List;

import io.micrometer.tracing.otel.bridge.EventListener;
import io.micrometer.tracing.otel.bridge.OtelTracer.EventPublisher;

/**
 * Tells the listeners of the tracing bridge what happens, each so that its faults reach
 * neither the others nor the request.
 */
public final class GuardedEventPublisher implements EventPublisher {

	private final EventListener[] listeners;

	private final Fault[] faults;

	/**
	 * Creates a publisher.
	 * @param listeners the listeners, in order
	 */
	public GuardedEventPublisher(List<EventListener> listeners) {
		this.listeners = listeners.toArray(EventListener[]::new);
		this.faults = listeners.stream().map(Fault::new).toArray(Fault[]::new);
	}

	@Override
	public void publishEvent(Object event) {
		for (int i = 0; i < this.listeners.length; i++) {
			try {
				this.listeners[i].onEvent(event);
			}
			catch (Throwable ex) {
				this.faults[i].warn(ex);
			}
		}
	}

}
