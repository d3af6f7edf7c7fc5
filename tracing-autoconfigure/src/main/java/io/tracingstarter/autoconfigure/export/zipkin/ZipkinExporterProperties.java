package io.tracingstarter.autoconfigure.export.zipkin;

import io.tracingstarter.autoconfigure.export.HttpExporterProperties;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties of the exporter to Zipkin. Its endpoint defaults to
 * {@code http://localhost:9411/api/v2/spans}.
 */
@ConfigurationProperties("tracing.exporters.zipkin")
public class ZipkinExporterProperties extends HttpExporterProperties {

}
