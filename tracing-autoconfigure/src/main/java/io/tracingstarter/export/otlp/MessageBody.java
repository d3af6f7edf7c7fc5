package io.tracingstarter.export.otlp;

import java.io.IOException;

import io.opentelemetry.sdk.common.export.MessageWriter;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/**
 * A message of OpenTelemetry's exporter as the body of a request.
 */
final class MessageBody extends RequestBody {

	private final MessageWriter message;

	private final MediaType type;

	MessageBody(MessageWriter message, MediaType type) {
		this.message = message;
		this.type = type;
	}

	@Override
	public MediaType contentType() {
		return this.type;
	}

	@Override
	public long contentLength() {
		return this.message.getContentLength();
	}

	@Override
	public void writeTo(BufferedSink sink) throws IOException {
		this.message.writeMessage(sink.outputStream());
	}

}
