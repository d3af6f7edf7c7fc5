package io.tracingstarter.autoconfigure.instrument;

import java.util.function.UnaryOperator;

import io.tracingstarter.autoconfigure.DeclaredType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Observes each client that is a bean. One that is declared as a class of its own stays
 * as it is, because whoever asks for that class must get it.
 *
 * @param <T> type of the clients
 */
public final class ClientBeanPostProcessor<T> implements BeanPostProcessor {

	private static final Logger logger = LoggerFactory.getLogger(ClientBeanPostProcessor.class);

	private final Class<T> type;

	private final UnaryOperator<T> observe;

	private final ConfigurableListableBeanFactory beanFactory;

	/**
	 * Creates the post-processor.
	 * @param type type of the clients
	 * @param observe returns what stands in for a client
	 * @param beanFactory knows as what a client is declared
	 */
	public ClientBeanPostProcessor(Class<T> type, UnaryOperator<T> observe,
			ConfigurableListableBeanFactory beanFactory) {
		this.type = type;
		this.observe = observe;
		this.beanFactory = beanFactory;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		return this.type.isInstance(bean) ? observed(this.type.cast(bean), beanName) : bean;
	}

	private T observed(T client, String beanName) {
		T observed = this.observe.apply(client);
		if (DeclaredType.of(this.beanFactory, beanName, client).isInstance(observed)) {
			return observed;
		}
		logger.debug("The calls of {} '{}' are not observed: it is declared as a class of its own",
				client.getClass().getName(), beanName);
		return client;
	}

}
