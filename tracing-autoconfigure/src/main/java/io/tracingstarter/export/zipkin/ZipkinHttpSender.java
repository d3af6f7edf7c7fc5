package io.tracingstarter.export.zipkin;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import io.opentelemetry.sdk.common.export.MessageWriter;
import io.tracingstarter.export.ExportException;
import io.tracingstarter.export.HttpClientSettings;
import zipkin2.reporter.BytesMessageSender;
import zipkin2.reporter.ClosedSenderException;
import zipkin2.reporter.Encoding;

/**
 * Posts messages over the HTTP client that the OTLP exporters use. Unlike the reporter's
 * own sender on {@code HttpURLConnection} it has a time-out for the whole request, so
 * that an answer that drips in byte by byte cannot hold the worker, and it can use an SSL
 * bundle and a password.
 */
public final class ZipkinHttpSender extends BytesMessageSender.Base {

	/**
	 * Largest message in bytes, as in Zipkin's own senders.
	 */
	public static final int MESSAGE_MAX_BYTES = 500_000;

	private final HttpClientSettings settings;

	private final HttpSender http;

	private volatile boolean closed;

	/**
	 * Creates the sender. Does not connect yet.
	 * @param settings endpoint with its full path, headers and times
	 */
	public ZipkinHttpSender(HttpClientSettings settings) {
		super(Encoding.JSON);
		this.settings = settings;
		this.http = provider().createSender(new ZipkinHttpSenderConfig(settings, this.encoding.mediaType()));
	}

	private static HttpSenderProvider provider() {
		return ServiceLoader.load(HttpSenderProvider.class, ZipkinHttpSender.class.getClassLoader())
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No OpenTelemetry HttpSenderProvider on the classpath; add "
					+ "io.opentelemetry:opentelemetry-exporter-sender-okhttp or -jdk"));
	}

	@Override
	public int messageMaxBytes() {
		return MESSAGE_MAX_BYTES;
	}

	@Override
	public void send(List<byte[]> encodedSpans) throws IOException {
		if (this.closed) {
			throw new ClosedSenderException();
		}
		CompletableFuture<HttpResponse> answer = new CompletableFuture<>();
		this.http.send(new Body(this.encoding.encode(encodedSpans)), answer::complete, answer::completeExceptionally);
		int status;
		String statusText;
		try {
			HttpResponse response = answer.get(this.settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
			status = response.getStatusCode();
			statusText = response.getStatusMessage();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
		catch (TimeoutException ex) {
			throw new InterruptedIOException("timeout");
		}
		catch (ExecutionException ex) {
			throw new IOException(ex.getCause());
		}
		if (status < 200 || status > 299) {
			throw new IOException(
					new ExportException(("HTTP " + status + " " + statusText).strip(), encodedSpans.size()));
		}
	}

	@Override
	public void close() {
		this.closed = true;
		this.http.shutdown();
	}

	@Override
	public String toString() {
		return "ZipkinHttpSender " + this.settings.endpoint();
	}

	private record Body(byte[] bytes) implements MessageWriter {

		@Override
		public void writeMessage(OutputStream output) throws IOException {
			output.write(this.bytes);
		}

		@Override
		public int getContentLength() {
			return this.bytes.length;
		}

	}

}
