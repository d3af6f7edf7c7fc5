package io.tracingstarter.export.otlp;

import java.io.IOException;

import io.opentelemetry.sdk.common.export.MessageWriter;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;

/**
 * A message of OpenTelemetry's exporter, framed for gRPC: a flag that says whether it is
 * compressed, its length in four bytes, and the message.
 *
 * @see <a href="https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md">gRPC over
 * HTTP/2</a>
 */
final class GrpcMessageBody extends RequestBody {

	private static final MediaType TYPE = MediaType.get("application/grpc");

	private static final int FRAME_BYTES = 5;

	private final MessageWriter message;

	private final boolean gzip;

	GrpcMessageBody(MessageWriter message, boolean gzip) {
		this.message = message;
		this.gzip = gzip;
	}

	@Override
	public MediaType contentType() {
		return TYPE;
	}

	@Override
	public long contentLength() {
		return this.gzip ? -1 : this.message.getContentLength() + FRAME_BYTES;
	}

	@Override
	public void writeTo(BufferedSink sink) throws IOException {
		if (!this.gzip) {
			sink.writeByte(0).writeInt(this.message.getContentLength());
			this.message.writeMessage(sink.outputStream());
			return;
		}
		Buffer compressed = new Buffer();
		try (BufferedSink gzipped = Okio.buffer(new GzipSink(compressed))) {
			this.message.writeMessage(gzipped.outputStream());
		}
		sink.writeByte(1).writeInt((int) compressed.size()).write(compressed, compressed.size());
	}

}
