package io.tracingstarter.autoconfigure.export;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What concerns all exporters together.
 */
@ConfigurationProperties("tracing.exporters")
public class ExportersProperties {

	/**
	 * Longest time that the exporters may take, side by side, to export what is queued
	 * when the application stops. What is left then is lost. Milliseconds where no unit
	 * is given.
	 */
	private Duration shutdownTimeout = Duration.ofSeconds(10);

	public Duration getShutdownTimeout() {
		return this.shutdownTimeout;
	}

	public void setShutdownTimeout(Duration shutdownTimeout) {
		this.shutdownTimeout = shutdownTimeout;
	}

}
