package io.tracingstarter.autoconfigure.export.otlp;

import java.util.Map;

import io.tracingstarter.autoconfigure.export.ExportQueueFactory;
import io.tracingstarter.autoconfigure.export.HttpExporterSettings;
import io.tracingstarter.export.HttpClientSettings;
import io.tracingstarter.export.QueueSpanProcessor;
import io.tracingstarter.export.otlp.OtlpSpanExporters;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.Transport;
import org.springframework.boot.ssl.SslBundles;

/**
 * Puts an OTLP exporter behind its queue, for OTLP itself and for the presets that stand
 * on it.
 */
public final class OtlpQueueFactory {

	private static final String TRACES_PATH = "/v1/traces";

	private final ExportQueueFactory queues;

	private final ObjectProvider<SslBundles> sslBundles;

	/**
	 * Creates the factory.
	 * @param queues starts the queues
	 * @param sslBundles Spring Boot's SSL bundles
	 */
	public OtlpQueueFactory(ExportQueueFactory queues, ObjectProvider<SslBundles> sslBundles) {
		this.queues = queues;
		this.sslBundles = sslBundles;
	}

	/**
	 * Checks the properties, creates the exporter and starts its worker. An exporter with
	 * the defaults of a collector on this machine.
	 * @param name name of the exporter, as in {@code tracing.exporters.<name>}
	 * @param properties what the user wrote
	 * @return the processor that feeds it
	 */
	public QueueSpanProcessor startLocal(String name, OtlpProperties properties) {
		return start(name, properties,
				isGrpc(properties) ? "http://localhost:4317" : "http://localhost:4318" + TRACES_PATH, Map.of());
	}

	/**
	 * Checks the properties, creates the exporter and starts its worker.
	 * @param name name of the exporter, as in {@code tracing.exporters.<name>}
	 * @param properties what the user wrote
	 * @param defaultEndpoint where spans go when the user wrote no endpoint
	 * @param headers headers that the exporter adds; they win over the user's
	 * @return the processor that feeds it
	 */
	public QueueSpanProcessor start(String name, OtlpProperties properties, String defaultEndpoint,
			Map<String, String> headers) {
		HttpClientSettings settings = new HttpExporterSettings(name, this.sslBundles).of(properties, defaultEndpoint,
				isGrpc(properties) ? "" : TRACES_PATH, headers);
		return this.queues.start(name, settings.endpoint().toString(), properties,
				() -> isGrpc(properties) ? OtlpSpanExporters.grpc(settings) : OtlpSpanExporters.http(settings));
	}

	/**
	 * Whether spans go over gRPC.
	 * @param properties what the user wrote
	 * @return {@code false} for HTTP
	 */
	public static boolean isGrpc(OtlpProperties properties) {
		return properties.getTransport() == Transport.GRPC;
	}

}
