package io.tracingstarter.autoconfigure.instrument.okhttp;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether calls with OkHttp are visible.
 *
 * @param enabled Whether OkHttpClient beans propagate the ids and have client spans.
 */
@ConfigurationProperties("tracing.instrument.ok-http")
public record OkHttpProperties(@DefaultValue("true") boolean enabled) {

}
