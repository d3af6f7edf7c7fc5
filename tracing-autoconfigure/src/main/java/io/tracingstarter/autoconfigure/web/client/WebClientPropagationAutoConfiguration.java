package io.tracingstarter.autoconfigure.web.client;

import io.micrometer.observation.ObservationRegistry;
import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.web.client.OutgoingIds;
import io.tracingstarter.web.client.PropagatingExchangeFilterFunction;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Lets every {@code WebClient} propagate the ids.
 */
@AutoConfiguration(after = OutgoingIdsAutoConfiguration.class)
@ConditionalOnTracing
@ConditionalOnClass(WebClient.class)
public final class WebClientPropagationAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	PropagatingExchangeFilterFunction propagatingExchangeFilterFunction(OutgoingIds ids) {
		return new PropagatingExchangeFilterFunction(ids);
	}

	@Bean
	static WebClientBeanPostProcessor propagatingWebClientBeanPostProcessor(
			ObjectProvider<PropagatingExchangeFilterFunction> filter,
			ObjectProvider<ObservationRegistry> observationRegistry) {
		return new WebClientBeanPostProcessor(filter, observationRegistry);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(WebClientCustomizer.class)
	static class BuilderConfiguration {

		@Bean
		WebClientCustomizer propagatingWebClientCustomizer(PropagatingExchangeFilterFunction filter) {
			return (builder) -> builder.filter(filter);
		}

	}

}
