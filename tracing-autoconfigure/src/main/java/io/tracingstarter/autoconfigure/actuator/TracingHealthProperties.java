package io.tracingstarter.autoconfigure.actuator;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the health says of tracing.
 *
 * @param downWhenExporterFails Whether the application is down when an exporter cannot
 * reach its backend. Otherwise the health only tells of it: a broken backend is no reason
 * to take a service out of rotation.
 */
@ConfigurationProperties("tracing.health")
public record TracingHealthProperties(@DefaultValue("false") boolean downWhenExporterFails) {

}
