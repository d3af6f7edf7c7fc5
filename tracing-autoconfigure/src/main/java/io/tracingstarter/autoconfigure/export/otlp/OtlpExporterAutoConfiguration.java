package io.tracingstarter.autoconfigure.export.otlp;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.tracingstarter.autoconfigure.export.ConditionalOnExporter;
import io.tracingstarter.autoconfigure.export.ExportAutoConfiguration;
import io.tracingstarter.autoconfigure.export.ExportQueueFactory;
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
 * Auto-configuration of the exporter to an OTLP collector, over HTTP or gRPC.
 */
@AutoConfiguration(after = ExportAutoConfiguration.class, before = OpenTelemetryTracingAutoConfiguration.class)
@ConditionalOnExporter("otlp")
@ConditionalOnClass({ OtlpHttpSpanExporter.class, OpenTelemetryTracingAutoConfiguration.class })
@EnableConfigurationProperties(OtlpExporterProperties.class)
public final class OtlpExporterAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "otlpSpanProcessor")
	QueueSpanProcessor otlpSpanProcessor(OtlpExporterProperties properties, ExportQueueFactory queues,
			ObjectProvider<SslBundles> sslBundles) {
		return new OtlpQueueFactory(queues, sslBundles).startLocal("otlp", properties);
	}

}
