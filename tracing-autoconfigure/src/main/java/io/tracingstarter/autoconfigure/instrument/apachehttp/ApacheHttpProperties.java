package io.tracingstarter.autoconfigure.instrument.apachehttp;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether calls with Apache HttpClient 5 are visible.
 *
 * @param enabled Whether CloseableHttpClient beans of Apache HttpClient 5 propagate the
 * ids and have client spans.
 */
@ConfigurationProperties("tracing.instrument.apache-http")
public record ApacheHttpProperties(@DefaultValue("true") boolean enabled) {

}
