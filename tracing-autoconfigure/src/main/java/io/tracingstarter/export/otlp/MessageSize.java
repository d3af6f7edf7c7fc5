package io.tracingstarter.export.otlp;

import java.util.List;
import java.util.function.Consumer;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.MessageWriter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/**
 * Measures the message of one span, by having it encoded and not sent. Used by one
 * thread.
 */
final class MessageSize implements HttpSender {

	private final SpanExporter exporter = OtlpHttpSpanExporter.builder()
		.setRetryPolicy(null)
		.setComponentLoader(SenderLoader.http((config) -> this))
		.build();

	private int bytes;

	/**
	 * The exact size.
	 * @param span the span
	 * @return bytes of its message, in which its resource is, too
	 */
	int of(SpanData span) {
		this.exporter.export(List.of(span));
		return this.bytes;
	}

	@Override
	public void send(MessageWriter message, Consumer<HttpResponse> onResponse, Consumer<Throwable> onError) {
		this.bytes = message.getContentLength();
		onResponse.accept(Measured.INSTANCE);
	}

	@Override
	public CompletableResultCode shutdown() {
		return CompletableResultCode.ofSuccess();
	}

	private enum Measured implements HttpResponse {

		INSTANCE;

		@Override
		public int getStatusCode() {
			return 200;
		}

		@Override
		public String getStatusMessage() {
			return "";
		}

		@Override
		public byte[] getResponseBody() {
			return new byte[0];
		}

	}

}
