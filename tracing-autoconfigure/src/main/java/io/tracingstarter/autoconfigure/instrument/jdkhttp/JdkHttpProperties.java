package io.tracingstarter.autoconfigure.instrument.jdkhttp;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether calls with the JDK's HTTP client are visible.
 *
 * @param enabled Whether java.net.http.HttpClient beans propagate the ids and have client
 * spans.
 */
@ConfigurationProperties("tracing.instrument.jdk-http")
public record JdkHttpProperties(@DefaultValue("true") boolean enabled) {

}
