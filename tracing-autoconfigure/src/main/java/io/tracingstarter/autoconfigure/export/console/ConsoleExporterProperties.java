package io.tracingstarter.autoconfigure.export.console;

import java.time.Duration;

import io.tracingstarter.autoconfigure.export.ExporterProperties;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties of the exporter to standard error.
 */
@ConfigurationProperties("tracing.exporters.console")
public class ConsoleExporterProperties extends ExporterProperties {

	public ConsoleExporterProperties() {
		// a person waits for it
		super(Duration.ofMillis(500));
	}

}
