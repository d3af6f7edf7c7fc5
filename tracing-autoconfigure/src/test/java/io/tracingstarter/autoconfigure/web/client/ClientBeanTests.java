package io.tracingstarter.autoconfigure.web.client;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

import io.tracingstarter.autoconfigure.correlation.CorrelationAutoConfiguration;
import io.tracingstarter.autoconfigure.propagation.PropagationAutoConfiguration;
import io.tracingstarter.web.client.PropagatingClientHttpRequestInterceptor;
import io.tracingstarter.web.client.PropagatingExchangeFilterFunction;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for client beans that are more, or less, than what Spring builds.
 */
class ClientBeanTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(AutoConfigurations
		.of(CorrelationAutoConfiguration.class, PropagationAutoConfiguration.class, OutgoingIdsAutoConfiguration.class,
				RestClientPropagationAutoConfiguration.class, WebClientPropagationAutoConfiguration.class));

	@Test
	void shouldStartWithMocks() {
		this.runner.withBean(RestTemplate.class, () -> mock(RestTemplate.class))
			.withBean(RestClient.class, () -> mock(RestClient.class))
			.withBean(WebClient.class, () -> mock(WebClient.class))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void shouldKeepClientThatDoesMoreThanItsSettingsSay() {
		RestClient restClient = decorated(RestClient.class, RestClient.create());
		WebClient webClient = decorated(WebClient.class, WebClient.create());
		this.runner.withBean(RestClient.class, () -> restClient)
			.withBean(WebClient.class, () -> webClient)
			.run((context) -> {
				assertThat(context.getBean(RestClient.class)).isSameAs(restClient);
				assertThat(context.getBean(WebClient.class)).isSameAs(webClient);
			});
	}

	@Test
	void shouldReachClientBehindProxy() {
		this.runner.withBean(RestClient.class, RestClient::create)
			.withBean(WebClient.class, WebClient::create)
			.withBean(Decorating.class)
			.run((context) -> {
				assertThat(Proxy.isProxyClass(context.getBean(RestClient.class).getClass())).isTrue();
				assertThat(interceptors(context.getBean(RestClient.class))).hasSize(1)
					.hasOnlyElementsOfType(PropagatingClientHttpRequestInterceptor.class);
				assertThat(Proxy.isProxyClass(context.getBean(WebClient.class).getClass())).isTrue();
				assertThat(filters(context.getBean(WebClient.class))).hasSize(1)
					.hasOnlyElementsOfType(PropagatingExchangeFilterFunction.class);
			});
	}

	@Test
	void shouldReachClientOfFactoryBean() {
		this.runner.withUserConfiguration(FactoryConfiguration.class)
			.run((context) -> assertThat(interceptors(context.getBean(RestClient.class))).hasSize(1));
	}

	private static List<Object> interceptors(RestClient client) {
		List<Object> interceptors = new ArrayList<>();
		client.mutate().requestInterceptors(interceptors::addAll);
		return interceptors;
	}

	private static List<Object> filters(WebClient client) {
		List<Object> filters = new ArrayList<>();
		client.mutate().filters(filters::addAll);
		return filters;
	}

	private static <T> T decorated(Class<T> type, Object client) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> method.invoke(client, arguments)));
	}

	static class Decorating implements BeanPostProcessor {

		@Override
		public Object postProcessAfterInitialization(Object bean, String beanName) {
			if (bean instanceof RestClient) {
				return decorated(RestClient.class, bean);
			}
			return (bean instanceof WebClient) ? decorated(WebClient.class, bean) : bean;
		}

	}

	static class FactoryConfiguration {

		@Bean
		FactoryBean<RestClient> restClient() {
			return new FactoryBean<>() {

				@Override
				public RestClient getObject() {
					return RestClient.create();
				}

				@Override
				public Class<?> getObjectType() {
					return RestClient.class;
				}

			};
		}

	}

}
