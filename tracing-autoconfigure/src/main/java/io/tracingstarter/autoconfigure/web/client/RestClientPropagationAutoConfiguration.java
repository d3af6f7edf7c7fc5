package io.tracingstarter.autoconfigure.web.client;

import io.micrometer.observation.ObservationRegistry;
import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.web.client.OutgoingIds;
import io.tracingstarter.web.client.PropagatingClientHttpRequestInterceptor;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.RestTemplateCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.web.client.RestClient;

/**
 * Lets every {@code RestTemplate} and {@code RestClient} propagate the ids.
 */
@AutoConfiguration(after = OutgoingIdsAutoConfiguration.class)
@ConditionalOnTracing
@ConditionalOnClass({ RestClient.class, ClientHttpRequestInterceptor.class })
public final class RestClientPropagationAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	PropagatingClientHttpRequestInterceptor propagatingClientHttpRequestInterceptor(OutgoingIds ids) {
		return new PropagatingClientHttpRequestInterceptor(ids);
	}

	@Bean
	RestClientPropagation restClientPropagation(OutgoingIds ids, PropagatingClientHttpRequestInterceptor interceptor) {
		return new RestClientPropagation(ids, interceptor);
	}

	@Bean
	static RestClientBeanPostProcessor propagatingRestClientBeanPostProcessor(
			ObjectProvider<RestClientPropagation> propagation,
			ObjectProvider<ObservationRegistry> observationRegistry) {
		return new RestClientBeanPostProcessor(propagation, observationRegistry);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(RestClientCustomizer.class)
	static class BuilderConfiguration {

		@Bean
		RestClientCustomizer propagatingRestClientCustomizer(RestClientPropagation propagation) {
			return propagation::addTo;
		}

		@Bean
		RestTemplateCustomizer propagatingRestTemplateCustomizer(RestClientPropagation propagation) {
			return propagation::addTo;
		}

	}

}
