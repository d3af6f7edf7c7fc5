package io.tracingstarter.autoconfigure.instrument.apachehttp;

import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.autoconfigure.instrument.ClientBeanPostProcessor;
import io.tracingstarter.autoconfigure.web.client.OutgoingIdsAutoConfiguration;
import io.tracingstarter.instrument.apachehttp.ApacheHttpClients;
import io.tracingstarter.web.client.ClientCalls;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Lets every blocking HTTP client of Apache propagate the ids and have client spans.
 */
@AutoConfiguration(after = OutgoingIdsAutoConfiguration.class)
@ConditionalOnTracing
@ConditionalOnClass(CloseableHttpClient.class)
@ConditionalOnBean(ClientCalls.class)
@ConditionalOnBooleanProperty(name = "tracing.instrument.apache-http.enabled", matchIfMissing = true)
@EnableConfigurationProperties(ApacheHttpProperties.class)
public final class ApacheHttpAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ApacheHttpClients apacheHttpClients(ClientCalls calls) {
		return new ApacheHttpClients(calls);
	}

	@Bean
	static ClientBeanPostProcessor<CloseableHttpClient> apacheHttpClientBeanPostProcessor(
			ObjectProvider<ApacheHttpClients> clients, ConfigurableListableBeanFactory beanFactory) {
		return new ClientBeanPostProcessor<>(CloseableHttpClient.class, (client) -> clients.getObject().observe(client),
				beanFactory);
	}

}
