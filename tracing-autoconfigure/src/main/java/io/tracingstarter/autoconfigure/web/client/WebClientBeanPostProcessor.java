package io.tracingstarter.autoconfigure.web.client;

import io.micrometer.observation.ObservationRegistry;
import io.tracingstarter.web.client.PropagatingExchangeFilterFunction;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Makes a {@code WebClient} or {@code WebClient.Builder} bean that somebody built by hand
 * propagate the ids and have client spans, as if Boot had built it.
 */
class WebClientBeanPostProcessor implements BeanPostProcessor {

	private final ObjectProvider<PropagatingExchangeFilterFunction> filter;

	private final ObjectProvider<ObservationRegistry> observationRegistry;

	WebClientBeanPostProcessor(ObjectProvider<PropagatingExchangeFilterFunction> filter,
			ObjectProvider<ObservationRegistry> observationRegistry) {
		this.filter = filter;
		this.observationRegistry = observationRegistry;
	}

	/** Before a proxy hides what the bean is. */
	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		return instrument(bean);
	}

	/** What a factory bean has made comes here only. */
	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		return instrument(bean);
	}

	private Object instrument(Object bean) {
		if (bean instanceof WebClient.Builder builder) {
			instrument(builder);
		}
		else if (bean instanceof WebClient client) {
			return instrument(client);
		}
		return bean;
	}

	/** A client of another class does more than its settings say, and stays as it is. */
	private WebClient instrument(WebClient client) {
		WebClient.Builder builder = client.mutate();
		if (builder == null || !instrument(builder)) {
			return client;
		}
		WebClient instrumented = builder.build();
		return (instrumented.getClass() == client.getClass()) ? instrumented : client;
	}

	private boolean instrument(WebClient.Builder builder) {
		boolean[] added = new boolean[1];
		builder.filters((filters) -> {
			if (filters.stream().noneMatch(PropagatingExchangeFilterFunction.class::isInstance)) {
				added[0] = filters.add(this.filter.getObject());
			}
		});
		if (added[0]) {
			this.observationRegistry.ifAvailable(builder::observationRegistry);
		}
		return added[0];
	}

}
