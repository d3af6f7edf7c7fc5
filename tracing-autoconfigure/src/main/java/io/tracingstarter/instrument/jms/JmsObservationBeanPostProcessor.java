package io.tracingstarter.instrument.jms;

import java.util.function.Supplier;

import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jms.config.AbstractJmsListenerContainerFactory;
import org.springframework.jms.core.JmsTemplate;

/**
 * Observes templates and listeners that the application made itself, as Boot does it with
 * its own.
 */
public final class JmsObservationBeanPostProcessor implements BeanPostProcessor {

	private final Supplier<ObservationRegistry> registry;

	/**
	 * Creates a post-processor.
	 * @param registry observes them
	 */
	public JmsObservationBeanPostProcessor(Supplier<ObservationRegistry> registry) {
		this.registry = registry;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof JmsTemplate template && template.getObservationRegistry() == null) {
			template.setObservationRegistry(this.registry.get());
		}
		else if (bean instanceof AbstractJmsListenerContainerFactory<?> factory) {
			factory.setObservationRegistry(this.registry.get());
		}
		return bean;
	}

}
