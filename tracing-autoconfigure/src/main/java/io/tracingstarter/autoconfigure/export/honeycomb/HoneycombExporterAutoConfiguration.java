package io.tracingstarter.autoconfigure.export.honeycomb;

import java.util.LinkedHashMap;
import java.util.Map;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.tracingstarter.autoconfigure.export.ConditionalOnExporter;
import io.tracingstarter.autoconfigure.export.ExportAutoConfiguration;
import io.tracingstarter.autoconfigure.export.ExportQueueFactory;
import io.tracingstarter.autoconfigure.export.HeaderValues;
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
 * Auto-configuration of the exporter to Honeycomb, which takes OTLP with a key.
 */
@AutoConfiguration(after = ExportAutoConfiguration.class, before = OpenTelemetryTracingAutoConfiguration.class)
@ConditionalOnExporter("honeycomb")
@ConditionalOnClass({ OtlpHttpSpanExporter.class, OpenTelemetryTracingAutoConfiguration.class })
@EnableConfigurationProperties(HoneycombExporterProperties.class)
public final class HoneycombExporterAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "honeycombSpanProcessor")
	QueueSpanProcessor honeycombSpanProcessor(HoneycombExporterProperties properties, ExportQueueFactory queues,
			ObjectProvider<SslBundles> sslBundles) {
		String region = properties.getRegion().url();
		String endpoint = OtlpQueueFactory.isGrpc(properties) ? region + ":443" : region + "/v1/traces";
		return new OtlpQueueFactory(queues, sslBundles).start("honeycomb", properties, endpoint, headers(properties));
	}

	/**
	 * The headers that Honeycomb's OTLP endpoint asks for.
	 * @see <a href="https://docs.honeycomb.io/send-data/opentelemetry/">Honeycomb: Send
	 * Data with OpenTelemetry</a>
	 */
	private static Map<String, String> headers(HoneycombExporterProperties properties) {
		HeaderValues values = new HeaderValues("honeycomb");
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("x-honeycomb-team", values.secret("api-key", properties.getApiKey(),
				"Write the ingest key of your Honeycomb environment, for example ${HONEYCOMB_API_KEY}."));
		if (properties.getDataset() != null) {
			headers.put("x-honeycomb-dataset", values.text("dataset", properties.getDataset(),
					"Write the name of the dataset, or remove the line."));
		}
		return headers;
	}

}
