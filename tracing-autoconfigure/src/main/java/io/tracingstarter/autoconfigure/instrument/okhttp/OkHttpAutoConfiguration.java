package io.tracingstarter.autoconfigure.instrument.okhttp;

import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.autoconfigure.instrument.ClientBeanPostProcessor;
import io.tracingstarter.autoconfigure.web.client.OutgoingIdsAutoConfiguration;
import io.tracingstarter.instrument.okhttp.OkHttpClients;
import io.tracingstarter.web.client.ClientCalls;
import okhttp3.OkHttpClient;

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
 * Lets every {@link OkHttpClient} propagate the ids and have client spans.
 */
@AutoConfiguration(after = OutgoingIdsAutoConfiguration.class)
@ConditionalOnTracing
@ConditionalOnClass(OkHttpClient.class)
@ConditionalOnBean(ClientCalls.class)
@ConditionalOnBooleanProperty(name = "tracing.instrument.ok-http.enabled", matchIfMissing = true)
@EnableConfigurationProperties(OkHttpProperties.class)
public final class OkHttpAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	OkHttpClients okHttpClients(ClientCalls calls) {
		return new OkHttpClients(calls);
	}

	@Bean
	static ClientBeanPostProcessor<OkHttpClient> okHttpClientBeanPostProcessor(ObjectProvider<OkHttpClients> clients,
			ConfigurableListableBeanFactory beanFactory) {
		return new ClientBeanPostProcessor<>(OkHttpClient.class, (client) -> clients.getObject().observe(client),
				beanFactory);
	}

}
