package io.tracingstarter.autoconfigure.export.zipkin;

import java.util.Map;

import io.tracingstarter.autoconfigure.export.ConditionalOnExporter;
import io.tracingstarter.autoconfigure.export.ExportAutoConfiguration;
import io.tracingstarter.autoconfigure.export.ExportQueueFactory;
import io.tracingstarter.autoconfigure.export.HttpExporterSettings;
import io.tracingstarter.export.HttpClientSettings;
import io.tracingstarter.export.QueueSpanProcessor;
import io.tracingstarter.export.zipkin.ZipkinHttpSender;
import io.tracingstarter.export.zipkin.ZipkinSpanExporter;
import zipkin2.Span;
import zipkin2.reporter.BytesMessageSender;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the exporter to Zipkin, as v2 JSON.
 */
@AutoConfiguration(after = ExportAutoConfiguration.class, before = OpenTelemetryTracingAutoConfiguration.class)
@ConditionalOnExporter("zipkin")
@ConditionalOnClass({ Span.class, BytesMessageSender.class, OpenTelemetryTracingAutoConfiguration.class })
@EnableConfigurationProperties(ZipkinExporterProperties.class)
public final class ZipkinExporterAutoConfiguration {

	private static final String SPANS_PATH = "/api/v2/spans";

	@Bean
	@ConditionalOnMissingBean(name = "zipkinSpanProcessor")
	QueueSpanProcessor zipkinSpanProcessor(ZipkinExporterProperties properties, ExportQueueFactory queues,
			ObjectProvider<SslBundles> sslBundles) {
		HttpClientSettings settings = new HttpExporterSettings("zipkin", sslBundles).of(properties,
				"http://localhost:9411" + SPANS_PATH, SPANS_PATH, Map.of());
		return queues.start("zipkin", settings.endpoint().toString(), properties,
				() -> new ZipkinSpanExporter(new ZipkinHttpSender(settings)));
	}

}
