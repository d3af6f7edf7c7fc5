package io.tracingstarter.autoconfigure.web.reactive;

import java.util.function.BiFunction;

import io.opentelemetry.context.Context;
import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.autoconfigure.correlation.CorrelationAutoConfiguration;
import io.tracingstarter.autoconfigure.correlation.CorrelationProperties;
import io.tracingstarter.autoconfigure.web.AccessLogProperties;
import io.tracingstarter.autoconfigure.web.NoiseAutoConfiguration;
import io.tracingstarter.web.RequestStart;
import io.tracingstarter.web.reactive.AccessLogHttpHandlerDecorator;
import io.tracingstarter.web.reactive.CorrelationIdHttpHandlerDecorator;
import io.tracingstarter.web.reactive.ResponseIdsWebFilter;
import io.tracingstarter.web.reactive.ServerSpan;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.util.ClassUtils;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;

/**
 * Accepts, creates and answers ids in WebFlux applications.
 */
@AutoConfiguration(after = { CorrelationAutoConfiguration.class, NoiseAutoConfiguration.class })
@ConditionalOnTracing
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass({ WebFilter.class, HttpHandlerDecoratorFactory.class })
@EnableConfigurationProperties(AccessLogProperties.class)
public final class ReactiveCorrelationAutoConfiguration {

	private static final boolean BRIDGE_PRESENT = ClassUtils
		.isPresent("io.micrometer.tracing.otel.bridge.OtelTraceContext", null);

	@Bean
	@ConditionalOnMissingBean
	CorrelationIdHttpHandlerDecorator correlationIdHttpHandlerDecorator(RequestStart start) {
		return new CorrelationIdHttpHandlerDecorator(start);
	}

	@Bean
	@ConditionalOnMissingBean
	ResponseIdsWebFilter responseIdsWebFilter(CorrelationProperties properties) {
		return new ResponseIdsWebFilter(properties.responseHeaders(), serverSpan());
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBooleanProperty("tracing.access-log.enabled")
	AccessLogHttpHandlerDecorator accessLogHttpHandlerDecorator() {
		return new AccessLogHttpHandlerDecorator();
	}

	private static BiFunction<ServerWebExchange, Context, Context> serverSpan() {
		return BRIDGE_PRESENT ? ServerSpan::addTo : (exchange, context) -> context;
	}

}
