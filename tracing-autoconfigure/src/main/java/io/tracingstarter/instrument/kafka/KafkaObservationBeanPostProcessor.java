package io.tracingstarter.instrument.kafka;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.kafka.config.AbstractKafkaListenerContainerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Switches on the observation of templates and listeners that the application made
 * itself, as Boot does it with its own.
 */
public final class KafkaObservationBeanPostProcessor implements BeanPostProcessor {

	private final boolean templates;

	private final boolean listeners;

	/**
	 * Creates a post-processor.
	 * @param templates whether templates are observed
	 * @param listeners whether listeners are observed
	 */
	public KafkaObservationBeanPostProcessor(boolean templates, boolean listeners) {
		this.templates = templates;
		this.listeners = listeners;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (this.templates && bean instanceof KafkaTemplate<?, ?> template) {
			template.setObservationEnabled(true);
		}
		else if (this.listeners && bean instanceof AbstractKafkaListenerContainerFactory<?, ?, ?> factory) {
			factory.getContainerProperties().setObservationEnabled(true);
		}
		return bean;
	}

}
