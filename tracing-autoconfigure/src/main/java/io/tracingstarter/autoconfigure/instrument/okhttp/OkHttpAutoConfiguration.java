package io.tracingstarter.autoconfigure.instrument.okhttp;

import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.autoconfigure.web.client.OutgoingIdsAutoConfiguration;
import io.tracingstarter.instrument.okhttp.OkHttpClients;
import io.tracingstarter.web.client.ClientCalls;
import okhttp3.OkHttpClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
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
	static OkHttpClientBeanPostProcessor okHttpClientBeanPostProcessor(ObjectProvider<OkHttpClients> clients) {
		return new OkHttpClientBeanPostProcessor(clients);
	}

	/**
	 * Observes each client that is a bean.
	 */
	static class OkHttpClientBeanPostProcessor implements BeanPostProcessor {

		private final ObjectProvider<OkHttpClients> clients;

		OkHttpClientBeanPostProcessor(ObjectProvider<OkHttpClients> clients) {
			this.clients = clients;
		}

		@Override
		public Object postProcessAfterInitialization(Object bean, String beanName) {
			return (bean instanceof OkHttpClient client) ? this.clients.getObject().observe(client) : bean;
		}

	}

}
