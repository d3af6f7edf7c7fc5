package io.tracingstarter.export.http;

import java.io.IOException;

import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * Compresses a body while it is sent.
 */
final class GzipBody extends RequestBody {

	private final RequestBody body;

	GzipBody(RequestBody body) {
		this.body = body;
	}

	@Override
	public @Nullable MediaType contentType() {
		return this.body.contentType();
	}

	@Override
	public void writeTo(BufferedSink sink) throws IOException {
		try (BufferedSink compressed = Okio.buffer(new GzipSink(sink))) {
			this.body.writeTo(compressed);
		}
	}

}
