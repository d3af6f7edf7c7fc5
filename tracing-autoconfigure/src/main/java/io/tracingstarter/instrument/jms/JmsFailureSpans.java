package io.tracingstarter.instrument.jms;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.jms.config.JmsListenerEndpointRegistry;
import org.springframework.jms.listener.AbstractMessageListenerContainer;
import org.springframework.util.ErrorHandler;

/**
 * Marks the span of a message whose listener failed. The container has its error handler
 * deal with the exception, and its observation never learns of it.
 * <p>
 * Adds itself to each container before the first one starts.
 */
public final class JmsFailureSpans implements SmartLifecycle {

	private final JmsListenerEndpointRegistry registry;

	private volatile boolean running;

	/**
	 * Creates it.
	 * @param registry knows the containers
	 */
	public JmsFailureSpans(JmsListenerEndpointRegistry registry) {
		this.registry = registry;
	}

	@Override
	public void start() {
		this.registry.getListenerContainers().forEach((container) -> {
			if (container instanceof AbstractMessageListenerContainer observed
					&& !(observed.getErrorHandler() instanceof MarkingErrorHandler)) {
				observed.setErrorHandler(new MarkingErrorHandler(observed.getErrorHandler(),
						LoggerFactory.getLogger(observed.getClass())));
			}
		});
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return Integer.MIN_VALUE;
	}

	private record MarkingErrorHandler(@Nullable ErrorHandler delegate, Logger logger) implements ErrorHandler {

		@Override
		public void handleError(Throwable exception) {
			Span span = Span.current();
			span.recordException((exception.getCause() != null) ? exception.getCause() : exception);
			span.setStatus(StatusCode.ERROR);
			if (this.delegate != null) {
				this.delegate.handleError(exception);
			}
			else {
				// what the container does without one
				this.logger.warn("Execution of JMS message listener failed, and no ErrorHandler has been set.",
						exception);
			}
		}

	}

}
