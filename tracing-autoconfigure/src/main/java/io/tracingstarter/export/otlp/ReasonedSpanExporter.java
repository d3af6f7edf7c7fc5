package io.tracingstarter.export.otlp;

import java.util.Collection;

import io.opentelemetry.exporter.internal.FailedExportException.GrpcExportException;
import io.opentelemetry.exporter.internal.FailedExportException.HttpExportException;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.GrpcResponse;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.tracingstarter.export.ExportException;
import org.jspecify.annotations.Nullable;

/**
 * Turns the answer that OpenTelemetry's exporters attach to a failure into words. Their
 * exception is an internal class without a message; nothing else says which status came.
 */
final class ReasonedSpanExporter implements SpanExporter {

	private final SpanExporter delegate;

	ReasonedSpanExporter(SpanExporter delegate) {
		this.delegate = delegate;
	}

	@Override
	public CompletableResultCode export(Collection<SpanData> spans) {
		CompletableResultCode result = new CompletableResultCode();
		CompletableResultCode inner = this.delegate.export(spans);
		inner.whenComplete(() -> {
			if (inner.isSuccess()) {
				result.succeed();
			}
			else {
				result.failExceptionally(reasoned(inner.getFailureThrowable(), spans.size()));
			}
		});
		return result;
	}

	private static @Nullable Throwable reasoned(@Nullable Throwable failure, int spans) {
		if (failure instanceof HttpExportException http) {
			HttpResponse response = http.getResponse();
			if (response != null) {
				return new ExportException(
						("HTTP " + response.getStatusCode() + " " + response.getStatusMessage()).strip(), spans);
			}
		}
		if (failure instanceof GrpcExportException grpc) {
			GrpcResponse response = grpc.getResponse();
			if (response != null) {
				return new ExportException(
						("gRPC " + response.getStatusCode() + " " + response.getStatusDescription()).strip(), spans);
			}
		}
		return failure;
	}

	@Override
	public CompletableResultCode flush() {
		return this.delegate.flush();
	}

	@Override
	public CompletableResultCode shutdown() {
		return this.delegate.shutdown();
	}

	@Override
	public String toString() {
		return this.delegate.toString();
	}

}
