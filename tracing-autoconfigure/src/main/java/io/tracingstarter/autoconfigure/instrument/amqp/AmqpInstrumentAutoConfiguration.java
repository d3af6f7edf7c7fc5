package io.tracingstarter.autoconfigure.instrument.amqp;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.autoconfigure.correlation.CorrelationAutoConfiguration;
import io.tracingstarter.correlation.CorrelationIdPropagator;
import io.tracingstarter.correlation.CorrelationIdResolver;
import io.tracingstarter.correlation.UntracedMessageHandler;
import io.tracingstarter.guard.GuardedPropagator;
import io.tracingstarter.instrument.amqp.BatchTracingAdvice;
import io.tracingstarter.instrument.amqp.RabbitObservationBeanPostProcessor;
import io.tracingstarter.instrument.amqp.ReplyPropagation;

import org.springframework.amqp.rabbit.config.DirectRabbitListenerContainerFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.listener.RabbitListenerEndpointRegistry;
import org.springframework.amqp.rabbit.support.micrometer.RabbitMessageReceiverContext;
import org.springframework.amqp.rabbit.support.micrometer.RabbitMessageSenderContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Makes RabbitMQ visible: what Boot's own observation leaves open.
 */
@AutoConfiguration(after = CorrelationAutoConfiguration.class, afterName = {
		"org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration",
		"org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration" })
@ConditionalOnTracing
@ConditionalOnBooleanProperty(name = "tracing.instrument.amqp.enabled", matchIfMissing = true)
@ConditionalOnClass(RabbitTemplate.class)
@EnableConfigurationProperties(AmqpInstrumentProperties.class)
public final class AmqpInstrumentAutoConfiguration {

	@Bean
	static RabbitObservationBeanPostProcessor rabbitObservationBeanPostProcessor(Environment environment,
			ObjectProvider<BatchTracingAdvice> batches) {
		boolean simple = isObserved(environment, "listener.simple");
		boolean direct = isObserved(environment, "listener.direct");
		return new RabbitObservationBeanPostProcessor(isObserved(environment, "template"),
				(factory) -> (factory instanceof DirectRabbitListenerContainerFactory) ? direct : simple,
				batches::getObject);
	}

	private static boolean isObserved(Environment environment, String part) {
		return environment.getProperty("spring.rabbitmq." + part + ".observation-enabled", Boolean.class, true);
	}

	@Bean
	@ConditionalOnMissingBean
	BatchTracingAdvice rabbitBatchTracingAdvice(ObjectProvider<Tracer> tracer,
			ObjectProvider<ContextPropagators> propagators, CorrelationIdResolver resolver) {
		return new BatchTracingAdvice(tracer.getIfAvailable(() -> TracerProvider.noop().get("")),
				propagators.getIfAvailable(ContextPropagators::noop).getTextMapPropagator(), resolver);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(RabbitListenerEndpointRegistry.class)
	ReplyPropagation rabbitReplyPropagation(RabbitListenerEndpointRegistry registry,
			ObjectProvider<ContextPropagators> propagators, CorrelationIdPropagator correlationId) {
		ContextPropagators all = propagators.getIfAvailable();
		return new ReplyPropagation(registry,
				(all != null) ? all.getTextMapPropagator() : new GuardedPropagator(correlationId));
	}

	@Bean
	@ConditionalOnMissingBean(Tracer.class)
	UntracedMessageHandler untracedRabbitHandler(CorrelationIdPropagator correlationId) {
		return new UntracedMessageHandler(new GuardedPropagator(correlationId),
				(context) -> context instanceof RabbitMessageSenderContext
						|| context instanceof RabbitMessageReceiverContext);
	}

}
