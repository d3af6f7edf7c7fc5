package io.tracingstarter.autoconfigure.propagation;

import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.autoconfigure.TracingProperties;
import io.tracingstarter.autoconfigure.TracingProperties.TraceIds;
import io.tracingstarter.propagation.ContinuingIdGenerator;
import io.tracingstarter.propagation.EpochIdGenerator;
import io.tracingstarter.propagation.XRayHints;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SdkTracerProviderBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Auto-configuration of what new trace ids are made of.
 */
@AutoConfiguration(before = OpenTelemetryTracingAutoConfiguration.class)
@ConditionalOnTracing
@ConditionalOnClass({ SdkTracerProvider.class, OpenTelemetryTracingAutoConfiguration.class })
@EnableConfigurationProperties(TracingProperties.class)
public final class TraceIdAutoConfiguration {

	/** First, so that a generator which the user sets on the builder wins. */
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	SdkTracerProviderBuilderCustomizer idGeneratorCustomizer(TracingProperties properties,
			ObjectProvider<IdGenerator> users, ObjectProvider<XRayHints> hints) {
		return (builder) -> {
			IdGenerator generator = users.getIfUnique(
					() -> (properties.traceIds() == TraceIds.EPOCH) ? new EpochIdGenerator() : IdGenerator.random());
			boolean continues = hints.getIfAvailable() != null;
			builder.setIdGenerator(continues ? new ContinuingIdGenerator(generator) : generator);
		};
	}

}
