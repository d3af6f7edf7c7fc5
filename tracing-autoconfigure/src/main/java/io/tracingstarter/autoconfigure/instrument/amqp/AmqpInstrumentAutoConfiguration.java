package io.tracingstarter.autoconfigure.instrument.amqp;

import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.instrument.amqp.RabbitObservationBeanPostProcessor;

import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Makes RabbitMQ visible: what Boot's own observation leaves open.
 */
@AutoConfiguration
@ConditionalOnTracing
@ConditionalOnBooleanProperty(name = "tracing.instrument.amqp.enabled", matchIfMissing = true)
@ConditionalOnClass(RabbitTemplate.class)
@EnableConfigurationProperties(AmqpInstrumentProperties.class)
public final class AmqpInstrumentAutoConfiguration {

	@Bean
	static RabbitObservationBeanPostProcessor rabbitObservationBeanPostProcessor(Environment environment) {
		return new RabbitObservationBeanPostProcessor(
				environment.getProperty("spring.rabbitmq.template.observation-enabled", Boolean.class, true),
				environment.getProperty("spring.rabbitmq.listener.simple.observation-enabled", Boolean.class, true));
	}

}
