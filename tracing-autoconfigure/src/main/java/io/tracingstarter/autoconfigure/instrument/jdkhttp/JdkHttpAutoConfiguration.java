package io.tracingstarter.autoconfigure.instrument.jdkhttp;

import java.net.http.HttpClient;

import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.autoconfigure.instrument.ClientBeanPostProcessor;
import io.tracingstarter.autoconfigure.web.client.OutgoingIdsAutoConfiguration;
import io.tracingstarter.instrument.jdkhttp.JdkHttpClients;
import io.tracingstarter.instrument.jdkhttp.JdkHttpRuntimeHints;
import io.tracingstarter.web.client.ClientCalls;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ImportRuntimeHints;

/**
 * Lets every {@link HttpClient} of the JDK propagate the ids and have client spans.
 */
@AutoConfiguration(after = OutgoingIdsAutoConfiguration.class)
@ConditionalOnTracing
@ConditionalOnBean(ClientCalls.class)
@ConditionalOnBooleanProperty(name = "tracing.instrument.jdk-http.enabled", matchIfMissing = true)
@EnableConfigurationProperties(JdkHttpProperties.class)
@ImportRuntimeHints(JdkHttpRuntimeHints.class)
public final class JdkHttpAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	JdkHttpClients jdkHttpClients(ClientCalls calls) {
		return new JdkHttpClients(calls);
	}

	@Bean
	static ClientBeanPostProcessor<HttpClient> jdkHttpClientBeanPostProcessor(ObjectProvider<JdkHttpClients> clients,
			ConfigurableListableBeanFactory beanFactory) {
		return new ClientBeanPostProcessor<>(HttpClient.class, (client) -> clients.getObject().observe(client),
				beanFactory);
	}

}
