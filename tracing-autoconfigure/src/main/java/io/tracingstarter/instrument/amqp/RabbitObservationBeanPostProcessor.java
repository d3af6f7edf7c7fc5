package io.tracingstarter.instrument.amqp;

import org.springframework.amqp.rabbit.config.AbstractRabbitListenerContainerFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Switches on the observation of templates and listeners that the application made
 * itself, as Boot does it with its own.
 */
public final class RabbitObservationBeanPostProcessor implements BeanPostProcessor {

	private final boolean templates;

	private final boolean listeners;

	/**
	 * Creates a post-processor.
	 * @param templates whether templates are observed
	 * @param listeners whether listeners are observed
	 */
	public RabbitObservationBeanPostProcessor(boolean templates, boolean listeners) {
		this.templates = templates;
		this.listeners = listeners;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (this.templates && bean instanceof RabbitTemplate template) {
			template.setObservationEnabled(true);
		}
		else if (this.listeners && bean instanceof AbstractRabbitListenerContainerFactory<?> factory) {
			factory.setObservationEnabled(true);
		}
		return bean;
	}

}
