package io.tracingstarter.export.zipkin;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import io.tracingstarter.export.ExportException;
import io.tracingstarter.export.HttpClientSettings;
import io.tracingstarter.export.http.BackendClient;
import io.tracingstarter.export.http.HttpAnswer;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.Response;
import zipkin2.reporter.BytesMessageSender;
import zipkin2.reporter.ClosedSenderException;
import zipkin2.reporter.Encoding;

/**
 * Posts messages over the HTTP client that all exporters use. Unlike the reporter's own
 * sender on {@code HttpURLConnection} it has a time-out for the whole request, so that an
 * answer that drips in byte by byte cannot hold the worker, and it can use an SSL bundle
 * and a password.
 */
public final class ZipkinHttpSender extends BytesMessageSender.Base {

	/**
	 * Largest message in bytes, as in Zipkin's own senders.
	 */
	public static final int MESSAGE_MAX_BYTES = 500_000;

	// asks a proxy in between not to trace this request, as Zipkin's own senders do
	private static final Map<String, String> HEADERS = Map.of("b3", "0");

	private final HttpClientSettings settings;

	private final BackendClient client;

	private volatile boolean closed;

	/**
	 * Creates the sender. Does not connect yet.
	 * @param settings endpoint with its full path, headers and times
	 */
	public ZipkinHttpSender(HttpClientSettings settings) {
		super(Encoding.JSON);
		this.settings = settings;
		this.client = BackendClient.http(settings);
	}

	@Override
	public int messageMaxBytes() {
		return MESSAGE_MAX_BYTES;
	}

	/**
	 * Posts a message.
	 * @throws IOException with an {@link ExportException} as its cause, where Zipkin
	 * answered that it does not accept the message
	 */
	@Override
	public void send(List<byte[]> encodedSpans) throws IOException {
		if (this.closed) {
			throw new ClosedSenderException();
		}
		RequestBody body = RequestBody.create(this.encoding.encode(encodedSpans),
				MediaType.get(this.encoding.mediaType()));
		try (Response response = this.client.post(body, HEADERS)) {
			ExportException failure = HttpAnswer.failure(response);
			// so that the connection can be used again
			BackendClient.content(response);
			if (failure != null) {
				throw new IOException(failure);
			}
		}
	}

	@Override
	public void close() {
		this.closed = true;
		this.client.close();
	}

	@Override
	public String toString() {
		return "ZipkinHttpSender " + this.settings.endpoint();
	}

}
