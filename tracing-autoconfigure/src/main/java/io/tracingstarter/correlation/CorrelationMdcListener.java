package io.tracingstarter.correlation;

import io.micrometer.tracing.otel.bridge.EventListener;
import io.micrometer.tracing.otel.bridge.EventPublishingContextWrapper.ScopeAttachedEvent;
import io.micrometer.tracing.otel.bridge.EventPublishingContextWrapper.ScopeRestoredEvent;

/**
 * Keeps the correlation id in the MDC whenever the tracing bridge changes what is current
 * on a thread, as it already does for the trace and span ids.
 */
public final class CorrelationMdcListener implements EventListener {

	@Override
	public void onEvent(Object event) {
		// both come after the change, and a close is always followed by a restore
		if (event instanceof ScopeAttachedEvent || event instanceof ScopeRestoredEvent) {
			CorrelationMdc.showCurrent();
		}
	}

}
