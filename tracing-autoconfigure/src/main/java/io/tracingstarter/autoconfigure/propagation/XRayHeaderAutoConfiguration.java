package io.tracingstarter.autoconfigure.propagation;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.propagation.LambdaParent;
import io.tracingstarter.propagation.LambdaTracer;
import io.tracingstarter.propagation.XRayHints;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.micrometer.tracing.autoconfigure.ConditionalOnEnabledTracingExport;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of what the header of AWS X-Ray needs beside a propagator.
 */
@AutoConfiguration(before = OpenTelemetryTracingAutoConfiguration.class)
@ConditionalOnTracing
@ConditionalOnClass({ SdkTracerProvider.class, OpenTelemetryTracingAutoConfiguration.class })
@ConditionalOnEnabledTracingExport
@Conditional(OnXRayHeaderCondition.class)
public final class XRayHeaderAutoConfiguration {

	/** Set by Lambda before the application starts. */
	private static final String LAMBDA = "AWS_LAMBDA_FUNCTION_NAME";

	@Bean
	@ConditionalOnMissingBean
	XRayHints xrayHints() {
		return new XRayHints();
	}

	/** Absent outside of Lambda, also in an application that was built elsewhere. */
	@Bean
	@ConditionalOnMissingBean
	@Nullable LambdaParent lambdaParent(Environment environment) {
		return environment.containsProperty(LAMBDA) ? new LambdaParent(() -> System.getenv(LambdaParent.VARIABLE))
				: null;
	}

	/** In place of Boot's. */
	@Bean
	@ConditionalOnMissingBean
	Tracer xrayTracer(OpenTelemetry openTelemetry, ObjectProvider<LambdaParent> lambda) {
		Tracer tracer = openTelemetry.getTracer("org.springframework.boot", SpringBootVersion.getVersion());
		LambdaParent parent = lambda.getIfAvailable();
		return (parent != null) ? new LambdaTracer(tracer, parent) : tracer;
	}

}
