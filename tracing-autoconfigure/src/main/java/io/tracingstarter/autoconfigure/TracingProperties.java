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
 * @param traceIds What a new trace id is made of: random, or epoch for ids that begin
 * with the time, as those of AWS X-Ray do. An IdGenerator bean wins.
 */
@ConfigurationProperties("tracing")
public record TracingProperties(@DefaultValue("true") boolean enabled, @Nullable String environment,
		@DefaultValue("random") TraceIds traceIds) {

	/**
	 * What a new trace id is made of.
	 */
	public enum TraceIds {

		/**
		 * 32 random digits.
		 */
		RANDOM,

		/**
		 * 8 digits for the second in which the trace begins, and 24 random ones.
		 */
		EPOCH

	}

}
