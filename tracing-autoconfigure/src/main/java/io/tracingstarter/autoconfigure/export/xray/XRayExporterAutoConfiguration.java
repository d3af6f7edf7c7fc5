package io.tracingstarter.autoconfigure.export.xray;

import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.tracingstarter.autoconfigure.export.ConditionalOnExporter;
import io.tracingstarter.autoconfigure.export.ExportAutoConfiguration;
import io.tracingstarter.autoconfigure.export.ExportQueueFactory;
import io.tracingstarter.export.QueueSpanProcessor;
import io.tracingstarter.export.xray.DaemonAddress;
import io.tracingstarter.export.xray.XRayDaemonSpanExporter;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the exporter to the daemon of AWS X-Ray.
 */
@AutoConfiguration(after = ExportAutoConfiguration.class, before = OpenTelemetryTracingAutoConfiguration.class)
@ConditionalOnExporter("xray")
@ConditionalOnClass({ SdkTracerProvider.class, OpenTelemetryTracingAutoConfiguration.class })
@EnableConfigurationProperties(XRayExporterProperties.class)
public final class XRayExporterAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "xraySpanProcessor")
	QueueSpanProcessor xraySpanProcessor(XRayExporterProperties properties, Environment environment,
			ExportQueueFactory queues) {
		DaemonAddress daemon = DaemonAddressProperty.read(environment);
		return queues.start("xray", daemon.toString(), properties,
				() -> new XRayDaemonSpanExporter(daemon, properties.getAnnotations()));
	}

}
