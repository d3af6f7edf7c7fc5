package io.tracingstarter.autoconfigure.instrument.jms;

import io.micrometer.jakarta9.instrument.jms.JmsInstrumentation;
import io.micrometer.jakarta9.instrument.jms.JmsProcessObservationContext;
import io.micrometer.jakarta9.instrument.jms.JmsPublishObservationContext;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.autoconfigure.correlation.CorrelationAutoConfiguration;
import io.tracingstarter.correlation.CorrelationIdPropagator;
import io.tracingstarter.correlation.UntracedMessageHandler;
import io.tracingstarter.guard.GuardedPropagator;
import io.tracingstarter.instrument.jms.JmsFailureSpans;
import io.tracingstarter.instrument.jms.JmsObservationBeanPostProcessor;
import io.tracingstarter.instrument.jms.JmsReceiverTracingHandler;
import io.tracingstarter.instrument.jms.JmsSenderTracingHandler;
import io.tracingstarter.instrument.jms.PropertyNameTextMapPropagator;
import jakarta.jms.Message;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jms.config.JmsListenerEndpointRegistry;
import org.springframework.jms.core.JmsTemplate;

/**
 * Makes JMS visible: what Boot's own observation leaves open.
 */
@AutoConfiguration(after = CorrelationAutoConfiguration.class, afterName = {
		"org.springframework.boot.jms.autoconfigure.JmsAutoConfiguration",
		"org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration",
		"org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration" })
@ConditionalOnTracing
@ConditionalOnBooleanProperty(name = "tracing.instrument.jms.enabled", matchIfMissing = true)
@ConditionalOnClass({ Message.class, JmsTemplate.class, JmsInstrumentation.class })
@EnableConfigurationProperties(JmsInstrumentProperties.class)
public final class JmsInstrumentAutoConfiguration {

	@Bean
	static JmsObservationBeanPostProcessor jmsObservationBeanPostProcessor(
			ObjectProvider<ObservationRegistry> registry) {
		return new JmsObservationBeanPostProcessor(() -> registry.getIfUnique(() -> ObservationRegistry.NOOP));
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(JmsListenerEndpointRegistry.class)
	JmsFailureSpans jmsFailureSpans(JmsListenerEndpointRegistry registry) {
		return new JmsFailureSpans(registry);
	}

	@Bean
	@ConditionalOnMissingBean(io.opentelemetry.api.trace.Tracer.class)
	UntracedMessageHandler untracedJmsHandler(CorrelationIdPropagator correlationId) {
		return new UntracedMessageHandler(new GuardedPropagator(new PropertyNameTextMapPropagator(correlationId)),
				(context) -> context instanceof JmsPublishObservationContext
						|| context instanceof JmsProcessObservationContext);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ Tracer.class, MicrometerTracingAutoConfiguration.class })
	static class TracingConfiguration {

		private static final int BEFORE_BOOTS_HANDLERS = MicrometerTracingAutoConfiguration.RECEIVER_TRACING_OBSERVATION_HANDLER_ORDER
				- 100;

		@Bean
		@ConditionalOnMissingBean
		@ConditionalOnBean({ Tracer.class, Propagator.class })
		@Order(BEFORE_BOOTS_HANDLERS)
		JmsSenderTracingHandler jmsSenderTracingHandler(Tracer tracer, Propagator propagator) {
			return new JmsSenderTracingHandler(tracer, propagator);
		}

		@Bean
		@ConditionalOnMissingBean
		@ConditionalOnBean({ Tracer.class, Propagator.class })
		@Order(BEFORE_BOOTS_HANDLERS)
		JmsReceiverTracingHandler jmsReceiverTracingHandler(Tracer tracer, Propagator propagator) {
			return new JmsReceiverTracingHandler(tracer, propagator);
		}

	}

}
