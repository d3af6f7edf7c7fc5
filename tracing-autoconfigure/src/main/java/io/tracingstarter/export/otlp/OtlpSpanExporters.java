package io.tracingstarter.export.otlp;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import io.opentelemetry.sdk.common.export.MemoryMode;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.tracingstarter.export.HttpClientSettings;
import io.tracingstarter.export.http.BackendClient;
import io.tracingstarter.export.http.RequestSigner;

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
		return http(settings, (config) -> new OtlpHttpSender(BackendClient.http(settings), Integer.MAX_VALUE, config));
	}

	/**
	 * Protobuf over HTTP, to a backend that asks for signatures and has limits. What is
	 * too much for one request goes in several; a span that is too large is not sent, and
	 * counted as rejected.
	 * @param settings endpoint with its full path, headers and times
	 * @param signer signs each request
	 * @param limits what the backend takes
	 * @return the exporter, to be used behind a queue
	 */
	public static SpanExporter signed(HttpClientSettings settings, RequestSigner signer, OtlpLimits limits) {
		SpanExporter exporter = http(settings,
				(config) -> new OtlpHttpSender(BackendClient.http(settings, signer), limits.requestBytes(), config));
		return new LimitedSpanExporter(exporter, limits);
	}

	private static SpanExporter http(HttpClientSettings settings, HttpSenderProvider sender) {
		SdkExporterLogs.quietOnWorkers();
		return OtlpHttpSpanExporter.builder()
			.setEndpoint(settings.endpoint().uri().toString())
			.setRetryPolicy(null)
			.setMemoryMode(MemoryMode.REUSABLE_DATA)
			.setComponentLoader(SenderLoader.http(sender))
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
			.setComponentLoader(SenderLoader.grpc((config) -> new OtlpGrpcSender(settings, config)))
			.build();
	}

}
