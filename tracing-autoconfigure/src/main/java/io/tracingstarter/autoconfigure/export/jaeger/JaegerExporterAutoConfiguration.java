package io.tracingstarter.autoconfigure.export.jaeger;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.tracingstarter.autoconfigure.export.ConditionalOnExporter;
import io.tracingstarter.autoconfigure.export.ExportAutoConfiguration;
import io.tracingstarter.autoconfigure.export.ExportQueueFactory;
import io.tracingstarter.autoconfigure.export.otlp.OtlpQueueFactory;
import io.tracingstarter.export.QueueSpanProcessor;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the exporter to Jaeger, which takes OTLP.
 */
@AutoConfiguration(after = ExportAutoConfiguration.class, before = OpenTelemetryTracingAutoConfiguration.class)
@ConditionalOnExporter("jaeger")
@ConditionalOnClass({ OtlpHttpSpanExporter.class, OpenTelemetryTracingAutoConfiguration.class })
@EnableConfigurationProperties(JaegerExporterProperties.class)
public final class JaegerExporterAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "jaegerSpanProcessor")
	QueueSpanProcessor jaegerSpanProcessor(JaegerExporterProperties properties, ExportQueueFactory queues,
			ObjectProvider<SslBundles> sslBundles) {
		return new OtlpQueueFactory(queues, sslBundles).startLocal("jaeger", properties);
	}

}
