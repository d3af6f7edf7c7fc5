package io.tracingstarter.autoconfigure.export.log;

import java.time.Duration;

import io.tracingstarter.autoconfigure.export.ExporterProperties;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties of the exporter that writes a log line for each span.
 */
@ConfigurationProperties("tracing.exporters.log")
public class LogExporterProperties extends ExporterProperties {

	public LogExporterProperties() {
		// a process that is killed loses what has not been logged yet
		super(Duration.ofMillis(100));
	}

}
