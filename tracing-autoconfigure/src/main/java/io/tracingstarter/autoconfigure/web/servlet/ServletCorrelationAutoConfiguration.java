package io.tracingstarter.autoconfigure.web.servlet;

import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.autoconfigure.correlation.CorrelationAutoConfiguration;
import io.tracingstarter.autoconfigure.correlation.CorrelationProperties;
import io.tracingstarter.autoconfigure.web.NoiseAutoConfiguration;
import io.tracingstarter.web.RequestStart;
import io.tracingstarter.web.servlet.CorrelationIdFilter;
import io.tracingstarter.web.servlet.ResponseIdsFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingFilterBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/**
 * Accepts, creates and answers ids in servlet applications.
 */
@AutoConfiguration(after = { CorrelationAutoConfiguration.class, NoiseAutoConfiguration.class })
@ConditionalOnTracing
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({ Filter.class, FilterRegistrationBean.class })
public final class ServletCorrelationAutoConfiguration {

	/** Boot registers its observation filter between the two. */
	private static final int BEHIND_OBSERVATION = Ordered.HIGHEST_PRECEDENCE + 2;

	@Bean
	@ConditionalOnMissingFilterBean
	FilterRegistrationBean<CorrelationIdFilter> correlationIdFilter(RequestStart start,
			CorrelationProperties properties) {
		return front(start, properties);
	}

	@Bean
	@ConditionalOnMissingFilterBean
	FilterRegistrationBean<ResponseIdsFilter> responseIdsFilter(CorrelationProperties properties) {
		return answering(properties);
	}

	static FilterRegistrationBean<CorrelationIdFilter> front(RequestStart start, CorrelationProperties properties) {
		return dispatched(
				new FrontFilterRegistrationBean<>(new CorrelationIdFilter(start, properties.responseHeaders())));
	}

	static FilterRegistrationBean<ResponseIdsFilter> answering(CorrelationProperties properties) {
		FilterRegistrationBean<ResponseIdsFilter> registration = new FilterRegistrationBean<>(
				new ResponseIdsFilter(properties.responseHeaders()));
		registration.setOrder(BEHIND_OBSERVATION);
		return dispatched(registration);
	}

	private static <F extends Filter> FilterRegistrationBean<F> dispatched(FilterRegistrationBean<F> registration) {
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
		return registration;
	}

}
