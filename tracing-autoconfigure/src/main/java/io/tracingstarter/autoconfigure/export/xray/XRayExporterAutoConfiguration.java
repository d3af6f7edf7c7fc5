package io.tracingstarter.autoconfigure.export.xray;

import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.tracingstarter.autoconfigure.InvalidTracingPropertyException;
import io.tracingstarter.autoconfigure.export.ConditionalOnExporter;
import io.tracingstarter.autoconfigure.export.ExportAutoConfiguration;
import io.tracingstarter.autoconfigure.export.ExportQueueFactory;
import io.tracingstarter.autoconfigure.export.aws.AwsSigningAutoConfiguration;
import io.tracingstarter.export.QueueSpanProcessor;
import io.tracingstarter.export.aws.AwsRequestSigners;
import io.tracingstarter.export.xray.DaemonAddress;
import io.tracingstarter.export.xray.XRayDaemonSpanExporter;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the exporter to AWS X-Ray, through its daemon or straight to it.
 */
@AutoConfiguration(after = { ExportAutoConfiguration.class, AwsSigningAutoConfiguration.class },
		before = OpenTelemetryTracingAutoConfiguration.class)
@ConditionalOnExporter("xray")
@ConditionalOnClass({ SdkTracerProvider.class, OpenTelemetryTracingAutoConfiguration.class })
@EnableConfigurationProperties(XRayExporterProperties.class)
public final class XRayExporterAutoConfiguration {

	static final String PREFIX = "tracing.exporters.xray.";

	@Bean
	@ConditionalOnMissingBean(name = "xraySpanProcessor")
	QueueSpanProcessor xraySpanProcessor(XRayExporterProperties properties, Environment environment,
			ExportQueueFactory queues, ObjectProvider<SslBundles> sslBundles,
			ObjectProvider<AwsRequestSigners> signers) {
		if (properties.getProtocol() == XRayExporterProperties.Protocol.OTLP) {
			return new XRayOtlpQueueFactory(queues, sslBundles, signers).start(properties);
		}
		if (properties.getEndpoint() != null) {
			throw new InvalidTracingPropertyException(PREFIX + "endpoint", null,
					"it is for the protocol otlp, and the protocol is daemon.",
					"Write " + PREFIX + "protocol: otlp, or " + PREFIX + "daemon-address instead of the endpoint.");
		}
		DaemonAddress daemon = DaemonAddressProperty.read(environment);
		return queues.start("xray", daemon.toString(), properties,
				() -> new XRayDaemonSpanExporter(daemon, properties.getAnnotations()));
	}

}
