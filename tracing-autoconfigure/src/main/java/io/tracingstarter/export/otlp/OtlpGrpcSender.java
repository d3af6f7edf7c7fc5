package io.tracingstarter.export.otlp;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.GrpcResponse;
import io.opentelemetry.sdk.common.export.GrpcSender;
import io.opentelemetry.sdk.common.export.GrpcSenderConfig;
import io.opentelemetry.sdk.common.export.GrpcStatusCode;
import io.opentelemetry.sdk.common.export.MessageWriter;
import io.tracingstarter.export.HttpClientSettings;
import io.tracingstarter.export.http.BackendClient;
import okhttp3.Response;

/**
 * Carries OTLP over gRPC for OpenTelemetry's exporter. Fails with what the worker needs
 * to know, where the exporter would forget it.
 */
final class OtlpGrpcSender implements GrpcSender {

	private static final int FRAME_BYTES = 5;

	private final BackendClient client;

	private final boolean gzip;

	private final GrpcSenderConfig config;

	OtlpGrpcSender(HttpClientSettings settings, GrpcSenderConfig config) {
		this.client = BackendClient.grpc(settings, config.getFullMethodName());
		this.gzip = settings.gzip();
		this.config = config;
	}

	@Override
	public void send(MessageWriter message, Consumer<GrpcResponse> onResponse, Consumer<Throwable> onError) {
		Map<String, String> headers = OtlpHttpSender.headers(this.config.getHeadersSupplier().get());
		headers.put("te", "trailers");
		if (this.gzip) {
			headers.put("grpc-encoding", "gzip");
		}
		try (Response response = this.client.post(new GrpcMessageBody(message, this.gzip), headers)) {
			byte[] content = unframed(BackendClient.content(response));
			Throwable failure = GrpcAnswer.failure(response);
			if (failure == null) {
				failure = PartialSuccess.of(content);
			}
			if (failure != null) {
				onError.accept(failure);
			}
			else {
				onResponse.accept(new Ok(content));
			}
		}
		catch (IOException ex) {
			onError.accept(ex);
		}
	}

	// a compressed answer was not asked for, and is not read
	private static byte[] unframed(byte[] content) {
		if (content.length <= FRAME_BYTES || content[0] != 0) {
			return new byte[0];
		}
		return Arrays.copyOfRange(content, FRAME_BYTES, content.length);
	}

	@Override
	public CompletableResultCode shutdown() {
		this.client.close();
		return CompletableResultCode.ofSuccess();
	}

	private record Ok(byte[] message) implements GrpcResponse {

		@Override
		public GrpcStatusCode getStatusCode() {
			return GrpcStatusCode.OK;
		}

		@Override
		public String getStatusDescription() {
			return "";
		}

		@Override
		public byte[] getResponseMessage() {
			return this.message;
		}

	}

}
