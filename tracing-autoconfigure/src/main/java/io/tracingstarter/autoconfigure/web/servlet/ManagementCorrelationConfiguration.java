package io.tracingstarter.autoconfigure.web.servlet;

import java.util.List;

import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.autoconfigure.correlation.CorrelationProperties;
import io.tracingstarter.autoconfigure.web.NoiseProperties;
import io.tracingstarter.correlation.CorrelationIdResolver;
import io.tracingstarter.web.NoiseMatcher;
import io.tracingstarter.web.RequestStart;
import io.tracingstarter.web.servlet.CorrelationIdFilter;
import io.tracingstarter.web.servlet.ResponseIdsFilter;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/**
 * Gives the actuator's endpoints their ids where they have a server of their own, which
 * takes no filters from the application's.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnTracing
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
final class ManagementCorrelationConfiguration {

	/** Nothing but endpoints is there, below whatever path. */
	private static final NoiseMatcher EVERYTHING = new NoiseMatcher(List.of("/**"), List.of(), false);

	@Bean
	FilterRegistrationBean<CorrelationIdFilter> managementCorrelationIdFilter(CorrelationIdResolver resolver,
			CorrelationProperties properties, NoiseProperties noise, NoiseMatcher applicationNoise) {
		return ServletCorrelationAutoConfiguration.front(
				new RequestStart(resolver, noise.healthChecks() ? EVERYTHING : applicationNoise, List.of()),
				properties);
	}

	@Bean
	FilterRegistrationBean<ResponseIdsFilter> managementResponseIdsFilter(CorrelationProperties properties) {
		return ServletCorrelationAutoConfiguration.answering(properties);
	}

}
