package io.tracingstarter.export.otlp;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporterBuilder;
import io.opentelemetry.sdk.common.export.MemoryMode;
import io.opentelemetry.sdk.common.export.ProxyOptions;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.tracingstarter.export.CallerRunsExecutor;
import io.tracingstarter.export.EndpointOnlyProxies;
import io.tracingstarter.export.HttpClientSettings;

/**
 * Creates OpenTelemetry's OTLP exporters so that they do their work on the calling
 * worker, and tell failures to it only.
 */
public final class OtlpSpanExporters {

	private OtlpSpanExporters() {
	}

	/**
	 * Protobuf over HTTP.
	 * @param settings endpoint with its full path, headers and times
	 * @return the exporter, to be used behind a queue
	 */
	public static SpanExporter http(HttpClientSettings settings) {
		SdkExporterLogs.quietOnWorkers();
		OtlpHttpSpanExporterBuilder builder = OtlpHttpSpanExporter.builder()
			.setEndpoint(settings.endpoint().uri().toString())
			.setTimeout(settings.timeout())
			.setConnectTimeout(settings.connectTimeout())
			.setCompression(settings.gzip() ? "gzip" : "none")
			.setProxy(ProxyOptions.create(new EndpointOnlyProxies()))
			.setRetryPolicy(HttpClientSettings.RETRY_WHEN_BUSY)
			.setMemoryMode(MemoryMode.REUSABLE_DATA)
			.setExecutorService(new CallerRunsExecutor());
		settings.headers().forEach(builder::addHeader);
		HttpClientSettings.Tls tls = settings.tls();
		if (tls != null) {
			builder.setSslContext(tls.context(), tls.trustManager());
		}
		return new ReasonedSpanExporter(builder.build());
	}

	/**
	 * Protobuf over gRPC.
	 * @param settings endpoint (its path is not used), headers and times
	 * @return the exporter, to be used behind a queue
	 */
	public static SpanExporter grpc(HttpClientSettings settings) {
		SdkExporterLogs.quietOnWorkers();
		OtlpGrpcSpanExporterBuilder builder = OtlpGrpcSpanExporter.builder()
			.setEndpoint(settings.endpoint().uri().toString())
			.setTimeout(settings.timeout())
			.setConnectTimeout(settings.connectTimeout())
			.setCompression(settings.gzip() ? "gzip" : "none")
			.setRetryPolicy(HttpClientSettings.RETRY_WHEN_BUSY)
			.setMemoryMode(MemoryMode.REUSABLE_DATA)
			.setExecutorService(new CallerRunsExecutor());
		settings.headers().forEach(builder::addHeader);
		HttpClientSettings.Tls tls = settings.tls();
		if (tls != null) {
			builder.setSslContext(tls.context(), tls.trustManager());
		}
		return new ReasonedSpanExporter(builder.build());
	}

}
