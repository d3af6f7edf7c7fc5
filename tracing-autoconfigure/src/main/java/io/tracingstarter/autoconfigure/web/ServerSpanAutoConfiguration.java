package io.tracingstarter.autoconfigure.web;

import java.util.List;

import io.micrometer.tracing.handler.PropagatingReceiverTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelSpan;
import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.web.ServerSpanHandler;
import io.tracingstarter.web.reactive.ReactiveRequests;
import io.tracingstarter.web.servlet.ServletRequests;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Says on server spans what became of the request.
 */
@AutoConfiguration(after = MicrometerTracingAutoConfiguration.class)
@ConditionalOnTracing
@ConditionalOnClass({ OtelSpan.class, MicrometerTracingAutoConfiguration.class })
@ConditionalOnBean(PropagatingReceiverTracingObservationHandler.class)
public final class ServerSpanAutoConfiguration {

	/** The first handler that supports an observation has it alone. */
	private static final int BEFORE_RECEIVER = MicrometerTracingAutoConfiguration.RECEIVER_TRACING_OBSERVATION_HANDLER_ORDER
			- 1;

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	@ConditionalOnClass(HttpServletRequest.class)
	static class ServletConfiguration {

		@Bean
		@ConditionalOnMissingBean
		@Order(BEFORE_RECEIVER)
		ServerSpanHandler serverSpanHandler(ObjectProvider<PropagatingReceiverTracingObservationHandler<?>> spans) {
			return new ServerSpanHandler(mostGeneral(spans), new ServletRequests());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
	@ConditionalOnClass(ServerHttpRequest.class)
	static class ReactiveConfiguration {

		@Bean
		@ConditionalOnMissingBean
		@Order(BEFORE_RECEIVER)
		ServerSpanHandler serverSpanHandler(ObjectProvider<PropagatingReceiverTracingObservationHandler<?>> spans) {
			return new ServerSpanHandler(mostGeneral(spans), new ReactiveRequests());
		}

	}

	/**
	 * Boot's, which comes after those that are for one kind of message only.
	 */
	private static PropagatingReceiverTracingObservationHandler<?> mostGeneral(
			ObjectProvider<PropagatingReceiverTracingObservationHandler<?>> handlers) {
		List<PropagatingReceiverTracingObservationHandler<?>> ordered = handlers.orderedStream().toList();
		return ordered.get(ordered.size() - 1);
	}

}
