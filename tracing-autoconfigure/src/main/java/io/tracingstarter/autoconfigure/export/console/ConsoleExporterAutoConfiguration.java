package io.tracingstarter.autoconfigure.export.console;

import java.time.ZoneId;

import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.tracingstarter.autoconfigure.export.ConditionalOnExporter;
import io.tracingstarter.autoconfigure.export.ExportAutoConfiguration;
import io.tracingstarter.autoconfigure.export.ExportQueueFactory;
import io.tracingstarter.export.QueueSpanProcessor;
import io.tracingstarter.export.console.ConsoleSpanExporter;
import io.tracingstarter.export.console.SpanLine;
import io.tracingstarter.export.console.TerminalColour;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the exporter that prints spans on standard error.
 */
@AutoConfiguration(after = ExportAutoConfiguration.class, before = OpenTelemetryTracingAutoConfiguration.class)
@ConditionalOnExporter("console")
@ConditionalOnClass({ SdkTracerProvider.class, OpenTelemetryTracingAutoConfiguration.class })
@EnableConfigurationProperties(ConsoleExporterProperties.class)
public final class ConsoleExporterAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "consoleSpanProcessor")
	QueueSpanProcessor consoleSpanProcessor(ConsoleExporterProperties properties, ExportQueueFactory queues) {
		return queues.start("console", null, properties, () -> new ConsoleSpanExporter(System.err,
				new SpanLine(TerminalColour.wanted(), ZoneId.systemDefault())));
	}

}
