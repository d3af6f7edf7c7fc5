package io.tracingstarter.export.otlp;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.common.export.MemoryMode;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.tracingstarter.export.HttpClientSettings;

/**
 * Creates OpenTelemetry's OTLP exporters so that they do their work on the calling
 * worker, try nothing again, and tell failures to the worker only: that one knows when to
 * try again.
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
		return OtlpHttpSpanExporter.builder()
			.setEndpoint(settings.endpoint().uri().toString())
			.setRetryPolicy(null)
			.setMemoryMode(MemoryMode.REUSABLE_DATA)
			.setComponentLoader(new SenderLoader(settings))
			.build();
	}

	/**
	 * Protobuf over gRPC.
	 * @param settings endpoint (its path is not used), headers and times
	 * @return the exporter, to be used behind a queue
	 */
	public static SpanExporter grpc(HttpClientSettings settings) {
		SdkExporterLogs.quietOnWorkers();
		return OtlpGrpcSpanExporter.builder()
			.setEndpoint(settings.endpoint().uri().toString())
			.setRetryPolicy(null)
			.setMemoryMode(MemoryMode.REUSABLE_DATA)
			.setComponentLoader(new SenderLoader(settings))
			.build();
	}

}
