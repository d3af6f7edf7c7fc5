package io.tracingstarter.autoconfigure.export.jaeger;

import io.tracingstarter.autoconfigure.export.otlp.OtlpProperties;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties of the exporter to Jaeger, whose collector takes OTLP. Its
 * endpoint defaults to {@code http://localhost:4318/v1/traces}, and with gRPC to
 * {@code http://localhost:4317}.
 */
@ConfigurationProperties("tracing.exporters.jaeger")
public class JaegerExporterProperties extends OtlpProperties {

}
