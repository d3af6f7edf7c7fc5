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

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof WebClient.Builder builder) {
			instrument(builder);
		}
		else if (bean instanceof WebClient client) {
			WebClient.Builder builder = client.mutate();
			return (builder != null && instrument(builder)) ? builder.build() : client;
		}
		return bean;
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
