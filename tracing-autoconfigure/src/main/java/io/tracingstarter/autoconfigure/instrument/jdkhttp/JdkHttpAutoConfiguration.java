package io.tracingstarter.autoconfigure.instrument.jdkhttp;

import java.net.http.HttpClient;

import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.autoconfigure.web.client.OutgoingIdsAutoConfiguration;
import io.tracingstarter.instrument.jdkhttp.JdkHttpClients;
import io.tracingstarter.instrument.jdkhttp.JdkHttpRuntimeHints;
import io.tracingstarter.web.client.ClientCalls;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
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
	static HttpClientBeanPostProcessor jdkHttpClientBeanPostProcessor(ObjectProvider<JdkHttpClients> clients) {
		return new HttpClientBeanPostProcessor(clients);
	}

	/**
	 * Wraps each client that is a bean.
	 */
	static class HttpClientBeanPostProcessor implements BeanPostProcessor {

		private final ObjectProvider<JdkHttpClients> clients;

		HttpClientBeanPostProcessor(ObjectProvider<JdkHttpClients> clients) {
			this.clients = clients;
		}

		@Override
		public Object postProcessAfterInitialization(Object bean, String beanName) {
			return (bean instanceof HttpClient client) ? this.clients.getObject().observe(client) : bean;
		}

	}

}
