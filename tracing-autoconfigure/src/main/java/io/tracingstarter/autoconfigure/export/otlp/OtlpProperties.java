package io.tracingstarter.autoconfigure.export.otlp;

import io.tracingstarter.autoconfigure.export.HttpExporterProperties;

import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.Transport;

/**
 * What every exporter that speaks OTLP can be told.
 */
public abstract class OtlpProperties extends HttpExporterProperties {

	/**
	 * Transport used to send the spans.
	 */
	private Transport transport = Transport.HTTP;

	public Transport getTransport() {
		return this.transport;
	}

	public void setTransport(Transport transport) {
		this.transport = transport;
	}

}
