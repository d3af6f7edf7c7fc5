package io.tracingstarter.autoconfigure.instrument.jms;

import io.micrometer.jakarta9.instrument.jms.JmsInstrumentation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.instrument.jms.JmsObservationBeanPostProcessor;
import io.tracingstarter.instrument.jms.JmsReceiverTracingHandler;
import io.tracingstarter.instrument.jms.JmsSenderTracingHandler;
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
import org.springframework.core.annotation.Order;
import org.springframework.jms.core.JmsTemplate;

/**
 * Makes JMS visible: what Boot's own observation leaves open.
 */
@AutoConfiguration(after = MicrometerTracingAutoConfiguration.class)
@ConditionalOnTracing
@ConditionalOnBooleanProperty(name = "tracing.instrument.jms.enabled", matchIfMissing = true)
@ConditionalOnClass({ Message.class, JmsTemplate.class, JmsInstrumentation.class, Tracer.class })
@EnableConfigurationProperties(JmsInstrumentProperties.class)
public final class JmsInstrumentAutoConfiguration {

	private static final int BEFORE_BOOTS_HANDLERS = MicrometerTracingAutoConfiguration.RECEIVER_TRACING_OBSERVATION_HANDLER_ORDER
			- 100;

	@Bean
	static JmsObservationBeanPostProcessor jmsObservationBeanPostProcessor(
			ObjectProvider<ObservationRegistry> registry) {
		return new JmsObservationBeanPostProcessor(() -> registry.getIfUnique(() -> ObservationRegistry.NOOP));
	}

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
