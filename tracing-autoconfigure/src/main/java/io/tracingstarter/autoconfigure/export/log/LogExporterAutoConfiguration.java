package io.tracingstarter.autoconfigure.export.log;

import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.tracingstarter.autoconfigure.export.ConditionalOnExporter;
import io.tracingstarter.autoconfigure.export.ExportAutoConfiguration;
import io.tracingstarter.autoconfigure.export.ExportQueueFactory;
import io.tracingstarter.export.QueueSpanProcessor;
import io.tracingstarter.export.log.LogSpanExporter;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the exporter that writes a log line for each finished span.
 */
@AutoConfiguration(after = ExportAutoConfiguration.class, before = OpenTelemetryTracingAutoConfiguration.class)
@ConditionalOnExporter("log")
@ConditionalOnClass({ SdkTracerProvider.class, OpenTelemetryTracingAutoConfiguration.class })
@EnableConfigurationProperties(LogExporterProperties.class)
public final class LogExporterAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "logSpanProcessor")
	QueueSpanProcessor logSpanProcessor(LogExporterProperties properties, ExportQueueFactory queues) {
		return queues.start("log", null, properties, LogSpanExporter::new);
	}

}
