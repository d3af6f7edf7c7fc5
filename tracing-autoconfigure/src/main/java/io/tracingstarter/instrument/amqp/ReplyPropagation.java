package io.tracingstarter.instrument.amqp;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import org.jspecify.annotations.Nullable;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessagePostProcessor;
import org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.RabbitListenerEndpointRegistry;
import org.springframework.amqp.rabbit.listener.adapter.AbstractAdaptableMessageListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.util.ObjectUtils;

/**
 * Sends the ids with what a listener returns: its container does not send that through a
 * template, and does not observe it.
 * <p>
 * Adds itself to each listener before the first container starts.
 */
public final class ReplyPropagation implements MessagePostProcessor, SmartLifecycle {

	private final RabbitListenerEndpointRegistry registry;

	private final TextMapPropagator propagator;

	private volatile boolean running;

	/**
	 * Creates it.
	 * @param registry knows the containers
	 * @param propagator knows the headers
	 */
	public ReplyPropagation(RabbitListenerEndpointRegistry registry, TextMapPropagator propagator) {
		this.registry = registry;
		this.propagator = propagator;
	}

	@Override
	public void start() {
		this.registry.getListenerContainers().forEach((container) -> {
			if (container instanceof AbstractMessageListenerContainer observed
					&& observed.getMessageListener() instanceof AbstractAdaptableMessageListener listener) {
				add(listener);
			}
		});
		this.running = true;
	}

	private void add(AbstractAdaptableMessageListener listener) {
		@Nullable MessagePostProcessor[] present = listener.getBeforeSendReplyPostProcessors();
		if (present == null) {
			listener.setBeforeSendReplyPostProcessors(this);
		}
		else if (!ObjectUtils.containsElement(present, this)) {
			listener.setBeforeSendReplyPostProcessors(ObjectUtils.addObjectToArray(present, this));
		}
	}

	@Override
	public Message postProcessMessage(Message reply) {
		this.propagator.inject(Context.current(), reply,
				(message, name, value) -> reply.getMessageProperties().setHeader(name, value));
		return reply;
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

}
