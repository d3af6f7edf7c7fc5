package io.tracingstarter.autoconfigure.instrument.jms;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is shown of JMS.
 *
 * @param enabled Whether the ids travel in JMS properties whose names every broker
 * accepts.
 */
@ConfigurationProperties("tracing.instrument.jms")
public record JmsInstrumentProperties(@DefaultValue("true") boolean enabled) {

}
