package io.tracingstarter.autoconfigure.web.client;

import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * Makes a {@code RestTemplate}, {@code RestClient} or {@code RestClient.Builder} bean
 * that somebody built by hand propagate the ids and have client spans, as if Boot had
 * built it.
 */
class RestClientBeanPostProcessor implements BeanPostProcessor {

	private final ObjectProvider<RestClientPropagation> propagation;

	private final ObjectProvider<ObservationRegistry> observationRegistry;

	RestClientBeanPostProcessor(ObjectProvider<RestClientPropagation> propagation,
			ObjectProvider<ObservationRegistry> observationRegistry) {
		this.propagation = propagation;
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
		if (bean instanceof RestTemplate template) {
			instrument(template);
		}
		else if (bean instanceof RestClient.Builder builder) {
			instrument(builder);
		}
		else if (bean instanceof RestClient client) {
			return instrument(client);
		}
		return bean;
	}

	/** A client of another class does more than its settings say, and stays as it is. */
	private RestClient instrument(RestClient client) {
		RestClient.Builder builder = client.mutate();
		if (builder == null || !instrument(builder)) {
			return client;
		}
		RestClient instrumented = builder.build();
		return (instrumented.getClass() == client.getClass()) ? instrumented : client;
	}

	private void instrument(RestTemplate template) {
		this.propagation.getObject().addTo(template);
		ObservationRegistry registry = template.getObservationRegistry();
		// a mock has none
		if (registry != null && registry.isNoop()) {
			this.observationRegistry.ifAvailable(template::setObservationRegistry);
		}
	}

	private boolean instrument(RestClient.Builder builder) {
		boolean added = this.propagation.getObject().addTo(builder);
		if (added) {
			this.observationRegistry.ifAvailable(builder::observationRegistry);
		}
		return added;
	}

}
