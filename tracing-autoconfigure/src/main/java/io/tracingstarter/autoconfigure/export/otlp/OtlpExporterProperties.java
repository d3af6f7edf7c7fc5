package io.tracingstarter.autoconfigure.export.otlp;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties of the exporter to an OTLP collector. Its endpoint defaults to
 * {@code http://localhost:4318/v1/traces}, and with gRPC to
 * {@code http://localhost:4317}.
 */
@ConfigurationProperties("tracing.exporters.otlp")
public class OtlpExporterProperties extends OtlpProperties {

}
