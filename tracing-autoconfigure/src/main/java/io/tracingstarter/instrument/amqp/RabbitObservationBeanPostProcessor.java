package io.tracingstarter.instrument.amqp;

import java.util.function.Predicate;
import java.util.function.Supplier;

import org.aopalliance.aop.Advice;

import org.springframework.amqp.rabbit.config.AbstractRabbitListenerContainerFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.util.ObjectUtils;

/**
 * Switches on the observation of templates and listeners that the application made
 * itself, as Boot does it with its own; and makes batches visible, which it does not
 * observe.
 */
public final class RabbitObservationBeanPostProcessor implements BeanPostProcessor {

	private final boolean templates;

	private final Predicate<AbstractRabbitListenerContainerFactory<?>> listeners;

	private final Supplier<BatchTracingAdvice> batches;

	/**
	 * Creates a post-processor.
	 * @param templates whether templates are observed
	 * @param listeners which listeners are observed
	 * @param batches observes what they receive in batches
	 */
	public RabbitObservationBeanPostProcessor(boolean templates,
			Predicate<AbstractRabbitListenerContainerFactory<?>> listeners, Supplier<BatchTracingAdvice> batches) {
		this.templates = templates;
		this.listeners = listeners;
		this.batches = batches;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (this.templates && bean instanceof RabbitTemplate template) {
			template.setObservationEnabled(true);
		}
		else if (bean instanceof AbstractRabbitListenerContainerFactory<?> factory && this.listeners.test(factory)) {
			factory.setObservationEnabled(true);
			Advice[] chain = factory.getAdviceChain();
			factory.setAdviceChain((chain != null) ? ObjectUtils.addObjectToArray(chain, this.batches.get(), 0)
					: new Advice[] { this.batches.get() });
		}
		return bean;
	}

}
