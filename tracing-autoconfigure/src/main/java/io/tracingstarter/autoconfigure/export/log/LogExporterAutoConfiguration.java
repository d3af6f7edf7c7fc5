package io.tracingstarter.autoconfigure.export.log;

import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.tracingstarter.autoconfigure.export.ConditionalOnExporter;
import io.tracingstarter.autoconfigure.export.ExportAutoConfiguration;
import io.tracingstarter.autoconfigure.export.ExportQueueFactory;
import io.tracingstarter.export.QueueSpanProcessor;
import io.tracingstarter.autoconfigure.logging.LogLines;
import io.tracingstarter.export.log.LogSpanExporter;
import io.tracingstarter.export.log.SelfContainedMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.util.ClassUtils;

/**
 * Auto-configuration of the exporter that writes a log line for each finished span.
 */
@AutoConfiguration(after = ExportAutoConfiguration.class, before = OpenTelemetryTracingAutoConfiguration.class)
@ConditionalOnExporter("log")
@ConditionalOnClass({ SdkTracerProvider.class, OpenTelemetryTracingAutoConfiguration.class })
@EnableConfigurationProperties(LogExporterProperties.class)
public final class LogExporterAutoConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(LogExporterAutoConfiguration.class);

	private static final boolean JACKSON_PRESENT = ClassUtils.isPresent("tools.jackson.databind.json.JsonMapper", null);

	@Bean
	@ConditionalOnMissingBean(name = "logSpanProcessor")
	QueueSpanProcessor logSpanProcessor(LogExporterProperties properties, ExportQueueFactory queues) {
		return queues.start("log", null, properties, LogExporterAutoConfiguration::exporter);
	}

	private static SpanExporter exporter() {
		if (LogLines.showKeyValuePairs()) {
			return new LogSpanExporter();
		}
		if (JACKSON_PRESENT) {
			return new LogSpanExporter(new SelfContainedMessage());
		}
		logger.warn("Log lines are text, so those of tracing.exporters.log hold the name and duration of a span only."
				+ " Set tracing.logging.json to true, or add Jackson (tools.jackson.core:jackson-databind).");
		return new LogSpanExporter();
	}

}
