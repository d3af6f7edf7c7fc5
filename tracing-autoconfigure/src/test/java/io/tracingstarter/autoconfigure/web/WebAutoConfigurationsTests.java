package io.tracingstarter.autoconfigure.web;

import java.util.List;
import java.util.stream.Stream;

import io.micrometer.observation.ObservationPredicate;
import io.tracingstarter.autoconfigure.correlation.CorrelationAutoConfiguration;
import io.tracingstarter.autoconfigure.web.reactive.ReactiveCorrelationAutoConfiguration;
import io.tracingstarter.autoconfigure.web.reactive.ReactiveErrorsAutoConfiguration;
import io.tracingstarter.autoconfigure.web.servlet.JettyAutoConfiguration;
import io.tracingstarter.autoconfigure.web.servlet.ServletAccessLogAutoConfiguration;
import io.tracingstarter.autoconfigure.web.servlet.ServletCorrelationAutoConfiguration;
import io.tracingstarter.autoconfigure.web.servlet.ServletErrorsAutoConfiguration;
import io.tracingstarter.autoconfigure.web.servlet.TomcatAutoConfiguration;
import io.tracingstarter.correlation.CorrelationIdResolver;
import io.tracingstarter.web.NoiseMatcher;
import io.tracingstarter.web.RequestStart;
import io.tracingstarter.web.NoisePredicate;
import io.tracingstarter.web.ResponseHeaders;
import io.tracingstarter.web.reactive.AccessLogHttpHandlerDecorator;
import io.tracingstarter.web.reactive.CorrelationIdHttpHandlerDecorator;
import io.tracingstarter.web.reactive.ResponseIdsWebFilter;
import io.tracingstarter.web.servlet.CorrelationIdFilter;
import io.tracingstarter.web.servlet.ResponseIdsFilter;
import io.tracingstarter.web.servlet.RouteFilter;
import org.apache.catalina.Valve;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.AbstractApplicationContextRunner;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.web.server.WebFilter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of all auto-configurations for the web: which beans there are by default, when
 * switched off, without a library, and beside the user's own.
 */
class WebAutoConfigurationsTests {

	private static final AutoConfigurations ALL = AutoConfigurations.of(CorrelationAutoConfiguration.class,
			NoiseAutoConfiguration.class, ServletCorrelationAutoConfiguration.class,
			ServletAccessLogAutoConfiguration.class, ServletErrorsAutoConfiguration.class,
			TomcatAutoConfiguration.class, JettyAutoConfiguration.class, ReactiveCorrelationAutoConfiguration.class,
			ReactiveErrorsAutoConfiguration.class);

	private static final WebApplicationContextRunner SERVLET = new WebApplicationContextRunner().withConfiguration(ALL);

	private static final ReactiveWebApplicationContextRunner REACTIVE = new ReactiveWebApplicationContextRunner()
		.withConfiguration(ALL);

	private static final String ACCESS_LOG = "tracing.access-log.enabled=true";

	@ParameterizedTest(name = "{1}")
	@MethodSource("beans")
	void shouldHaveBeanByDefault(AbstractApplicationContextRunner<?, ?, ?> runner, String bean, Class<?> library,
			String property) {
		runner.withPropertyValues(ACCESS_LOG).run((context) -> assertThat(context).hasNotFailed().hasBean(bean));
	}

	@ParameterizedTest(name = "{1}")
	@MethodSource("beans")
	void shouldHaveNoBeanWhenSwitchedOff(AbstractApplicationContextRunner<?, ?, ?> runner, String bean,
			Class<?> library, String property) {
		for (String off : List.of(property, "tracing.enabled=false")) {
			runner.withPropertyValues(ACCESS_LOG, "server.tomcat.accesslog.enabled=true", off)
				.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(bean));
		}
	}

	@ParameterizedTest(name = "{1}")
	@MethodSource("beans")
	void shouldStartWithoutBeanWhenLibraryIsAbsent(AbstractApplicationContextRunner<?, ?, ?> runner, String bean,
			Class<?> library, String property) {
		runner.withClassLoader(new FilteredClassLoader(library))
			.withPropertyValues(ACCESS_LOG)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(bean));
	}

	static Stream<Arguments> beans() {
		String off = "tracing.enabled=false";
		String accessLogOff = "tracing.access-log.enabled=false";
		String errorsOff = "tracing.errors.include-ids=false";
		return Stream.of(Arguments.of(SERVLET, "correlationIdFilter", FilterRegistrationBean.class, off),
				Arguments.of(SERVLET, "responseIdsFilter", FilterRegistrationBean.class, off),
				Arguments.of(SERVLET, "accessLogRouteFilter", FilterRegistrationBean.class, accessLogOff),
				Arguments.of(SERVLET, "servletErrorAttributesPostProcessor",
						org.springframework.boot.webmvc.error.ErrorAttributes.class, errorsOff),
				Arguments.of(SERVLET, "problemDetailIdsConfigurer", WebMvcConfigurer.class, errorsOff),
				Arguments.of(SERVLET, "containerLogCustomizer", Valve.class, off),
				Arguments.of(SERVLET, "accessLogCustomizer", Valve.class, accessLogOff),
				Arguments.of(SERVLET, "jettyRequestCustomizer", ContextHandler.class, off),
				Arguments.of(SERVLET, "jettyRequestLogCustomizer", ContextHandler.class, off),
				Arguments.of(SERVLET, "noisePredicate", ObservationPredicate.class, off),
				Arguments.of(REACTIVE, "correlationIdHttpHandlerDecorator", HttpHandlerDecoratorFactory.class, off),
				Arguments.of(REACTIVE, "responseIdsWebFilter", WebFilter.class, off),
				Arguments.of(REACTIVE, "accessLogHttpHandlerDecorator", WebFilter.class, accessLogOff),
				Arguments.of(REACTIVE, "reactiveErrorAttributesPostProcessor",
						org.springframework.boot.webflux.error.ErrorAttributes.class, errorsOff),
				Arguments.of(REACTIVE, "problemDetailIdsConfigurer",
						org.springframework.web.reactive.config.WebFluxConfigurer.class, errorsOff));
	}

	@Test
	void shouldHaveNoneOfThemWhenThereIsNoWeb() {
		new ApplicationContextRunner().withConfiguration(ALL)
			.withPropertyValues(ACCESS_LOG)
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(FilterRegistrationBean.class)
				.doesNotHaveBean(WebFilter.class)
				.doesNotHaveBean(NoiseMatcher.class));
	}

	@Test
	void shouldStandBackWhenUserHasOwnServletBeans() {
		NoiseMatcher noise = new NoiseMatcher(List.of(), List.of(), false);
		SERVLET.withPropertyValues(ACCESS_LOG)
			.withBean(NoiseMatcher.class, () -> noise)
			.withUserConfiguration(OwnFilters.class)
			.run((context) -> {
				assertThat(context.getBean(NoiseMatcher.class)).isSameAs(noise);
				assertThat(context).doesNotHaveBean("correlationIdFilter")
					.doesNotHaveBean("responseIdsFilter")
					.doesNotHaveBean("accessLogRouteFilter");
			});
	}

	@Test
	void shouldStandBackWhenUserHasOwnReactiveBeans() {
		NoiseMatcher noise = new NoiseMatcher(List.of(), List.of(), false);
		AccessLogHttpHandlerDecorator accessLog = new AccessLogHttpHandlerDecorator();
		REACTIVE.withPropertyValues(ACCESS_LOG)
			.withBean(NoiseMatcher.class, () -> noise)
			.withBean(AccessLogHttpHandlerDecorator.class, () -> accessLog)
			.run((context) -> {
				assertThat(context.getBean(NoiseMatcher.class)).isSameAs(noise);
				assertThat(context.getBean(AccessLogHttpHandlerDecorator.class)).isSameAs(accessLog);
				assertThat(context).hasSingleBean(CorrelationIdHttpHandlerDecorator.class)
					.hasSingleBean(ResponseIdsWebFilter.class)
					.hasSingleBean(NoisePredicate.class);
			});
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnFilters {

		@Bean
		CorrelationIdFilter ownCorrelationIdFilter(CorrelationIdResolver resolver, NoiseMatcher noise) {
			return new CorrelationIdFilter(new RequestStart(resolver, noise, List.of()),
					new ResponseHeaders(null, null));
		}

		@Bean
		ResponseIdsFilter ownResponseIdsFilter() {
			return new ResponseIdsFilter(new ResponseHeaders(null, null));
		}

		@Bean
		RouteFilter ownRouteFilter() {
			return new RouteFilter();
		}

	}

}
