package io.tracingstarter.autoconfigure.instrument.grpc;

import io.grpc.BindableService;
import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.autoconfigure.correlation.CorrelationProperties;
import io.tracingstarter.autoconfigure.web.client.OutgoingIdsAutoConfiguration;
import io.tracingstarter.correlation.CorrelationIdResolver;
import io.tracingstarter.instrument.grpc.CorrelationIdServerInterceptor;
import io.tracingstarter.instrument.grpc.OutgoingIdsClientInterceptor;
import io.tracingstarter.instrument.grpc.ResponseIdsServerInterceptor;
import io.tracingstarter.web.client.ClientCalls;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.grpc.client.GlobalClientInterceptor;
import org.springframework.grpc.server.GlobalServerInterceptor;

/**
 * Lets gRPC calls carry the ids and answer with them; Boot observes them already.
 */
@AutoConfiguration(after = OutgoingIdsAutoConfiguration.class,
		afterName = { "org.springframework.boot.grpc.client.autoconfigure.GrpcClientObservationAutoConfiguration",
				"org.springframework.boot.grpc.server.autoconfigure.GrpcServerObservationAutoConfiguration" })
@ConditionalOnTracing
@ConditionalOnClass({ BindableService.class, GlobalClientInterceptor.class })
@ConditionalOnBooleanProperty(name = "tracing.instrument.grpc.enabled", matchIfMissing = true)
@EnableConfigurationProperties(GrpcProperties.class)
public final class GrpcAutoConfiguration {

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	@GlobalServerInterceptor
	CorrelationIdServerInterceptor correlationIdServerInterceptor(CorrelationIdResolver resolver) {
		return new CorrelationIdServerInterceptor(resolver);
	}

	/** Boot's observation has the order 0, and is the one to ask. */
	@Bean
	@Order(1)
	@GlobalServerInterceptor
	ResponseIdsServerInterceptor responseIdsServerInterceptor(CorrelationProperties properties) {
		return new ResponseIdsServerInterceptor(properties.responseHeaders());
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBean(ClientCalls.class)
	static class ClientConfiguration {

		@Bean
		@GlobalClientInterceptor
		OutgoingIdsClientInterceptor outgoingIdsClientInterceptor(ClientCalls calls) {
			return new OutgoingIdsClientInterceptor(calls);
		}

	}

}
