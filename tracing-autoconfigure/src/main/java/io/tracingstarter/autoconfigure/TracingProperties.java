package io.tracingstarter.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What concerns all features.
 *
 * @param enabled Whether anything of Tracing Starter runs.
 * @param environment Name of the deployment environment on log lines and spans, for
 * example "production". By default the active profiles, or "default" without any.
 */
@ConfigurationProperties("tracing")
public record TracingProperties(@DefaultValue("true") boolean enabled, @Nullable String environment) {

}
