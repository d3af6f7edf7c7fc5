package io.tracingstarter.export.otlp;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.MessageWriter;
import io.tracingstarter.export.http.BackendClient;
import io.tracingstarter.export.http.HttpAnswer;
import okhttp3.MediaType;
import okhttp3.Response;

/**
 * Carries OTLP over HTTP for OpenTelemetry's exporter. Fails with what the worker needs
 * to know, where the exporter would forget it.
 */
final class OtlpHttpSender implements HttpSender {

	private static final String PROTOBUF = "x-protobuf";

	private final BackendClient client;

	private final int maxBytes;

	private final HttpSenderConfig config;

	/**
	 * Creates the sender.
	 * @param client posts; shut down together with this
	 * @param maxBytes largest message that is posted, uncompressed
	 * @param config what OpenTelemetry's exporter asks for
	 */
	OtlpHttpSender(BackendClient client, int maxBytes, HttpSenderConfig config) {
		this.client = client;
		this.maxBytes = maxBytes;
		this.config = config;
	}

	@Override
	public void send(MessageWriter message, Consumer<HttpResponse> onResponse, Consumer<Throwable> onError) {
		if (message.getContentLength() > this.maxBytes) {
			onError.accept(new MessageTooLargeException(message.getContentLength()));
			return;
		}
		MessageBody body = new MessageBody(message, MediaType.get(this.config.getContentType()));
		try (Response response = this.client.post(body, headers(this.config.getHeadersSupplier().get()))) {
			Throwable failure = HttpAnswer.failure(response);
			byte[] content = BackendClient.content(response);
			if (failure == null && isProtobuf(response)) {
				failure = PartialSuccess.of(content);
			}
			if (failure != null) {
				onError.accept(failure);
			}
			else {
				onResponse.accept(new Answer(response.code(), response.message(), content));
			}
		}
		catch (IOException ex) {
			onError.accept(ex);
		}
	}

	private static boolean isProtobuf(Response response) {
		MediaType type = response.body().contentType();
		return type != null && type.subtype().equals(PROTOBUF);
	}

	static Map<String, String> headers(Map<String, List<String>> headers) {
		Map<String, String> joined = new LinkedHashMap<>();
		headers.forEach((name, values) -> joined.put(name, String.join(",", values)));
		return joined;
	}

	@Override
	public CompletableResultCode shutdown() {
		this.client.close();
		return CompletableResultCode.ofSuccess();
	}

	private record Answer(int statusCode, String statusMessage, byte[] responseBody) implements HttpResponse {

		@Override
		public int getStatusCode() {
			return this.statusCode;
		}

		@Override
		public String getStatusMessage() {
			return this.statusMessage;
		}

		@Override
		public byte[] getResponseBody() {
			return this.responseBody;
		}

	}

}
