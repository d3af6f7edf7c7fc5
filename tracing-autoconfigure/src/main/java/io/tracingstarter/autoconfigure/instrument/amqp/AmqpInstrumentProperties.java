package io.tracingstarter.autoconfigure.instrument.amqp;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is shown of RabbitMQ.
 *
 * @param enabled Whether templates and listeners of RabbitMQ are observed.
 */
@ConfigurationProperties("tracing.instrument.amqp")
public record AmqpInstrumentProperties(@DefaultValue("true") boolean enabled) {

}
