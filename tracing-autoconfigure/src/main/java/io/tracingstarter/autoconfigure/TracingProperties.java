package io.tracingstarter.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What concerns all features.
 *
 * @param enabled whether anything of Tracing Starter runs
 * @param environment name of the deployment environment on log lines and spans, such as
 * {@code production}; the active profiles by default
 */
@ConfigurationProperties("tracing")
public record TracingProperties(@DefaultValue("true") boolean enabled, @Nullable String environment) {

}
