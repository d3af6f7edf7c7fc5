package io.tracingstarter.autoconfigure.export;

import io.tracingstarter.autoconfigure.export.console.ConsoleExporterAutoConfiguration;
import io.tracingstarter.autoconfigure.export.honeycomb.HoneycombExporterAutoConfiguration;
import io.tracingstarter.autoconfigure.export.jaeger.JaegerExporterAutoConfiguration;
import io.tracingstarter.autoconfigure.export.log.LogExporterAutoConfiguration;
import io.tracingstarter.autoconfigure.export.otlp.OtlpExporterAutoConfiguration;
import io.tracingstarter.autoconfigure.export.zipkin.ZipkinExporterAutoConfiguration;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/**
 * A context with Spring Boot's tracing and all of our exporters.
 */
final class ExporterRunner {

	private ExporterRunner() {
	}

	static ApplicationContextRunner create(String... properties) {
		return new ApplicationContextRunner().withPropertyValues("management.tracing.sampling.probability=1.0")
			.withPropertyValues(properties)
			.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class,
					OpenTelemetrySdkAutoConfiguration.class, OpenTelemetryTracingAutoConfiguration.class,
					OtlpTracingAutoConfiguration.class, MicrometerTracingAutoConfiguration.class,
					ExportAutoConfiguration.class, ConfiguredSecretsAutoConfiguration.class,
					ConsoleExporterAutoConfiguration.class, HoneycombExporterAutoConfiguration.class,
					JaegerExporterAutoConfiguration.class, LogExporterAutoConfiguration.class,
					OtlpExporterAutoConfiguration.class, ZipkinExporterAutoConfiguration.class));
	}

}
