package io.tracingstarter.autoconfigure.instrument.kafka;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is shown of Kafka.
 *
 * @param enabled Whether templates and listeners of Kafka are observed.
 */
@ConfigurationProperties("tracing.instrument.kafka")
public record KafkaInstrumentProperties(@DefaultValue("true") boolean enabled) {

}
