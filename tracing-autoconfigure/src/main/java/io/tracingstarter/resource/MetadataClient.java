package io.tracingstarter.resource;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

import org.jspecify.annotations.Nullable;

/**
 * Asks metadata endpoints. What answers may be anything: no redirect is followed, no
 * proxy asked, no more read than {@value #MAX_LENGTH} bytes, and no longer than there is
 * time.
 */
final class MetadataClient {

	static final int MAX_LENGTH = 64 * 1024;

	private final Deadline deadline;

	private volatile @Nullable HttpURLConnection current;

	MetadataClient(Deadline deadline) {
		this.deadline = deadline;
	}

	String get(URI uri, Map<String, String> headers) throws IOException {
		return exchange("GET", uri, headers, null);
	}

	String get(URI uri, Map<String, String> headers, SSLSocketFactory tls) throws IOException {
		return exchange("GET", uri, headers, tls);
	}

	String put(URI uri, Map<String, String> headers) throws IOException {
		return exchange("PUT", uri, headers, null);
	}

	private String exchange(String method, URI uri, Map<String, String> headers, @Nullable SSLSocketFactory tls)
			throws IOException {
		// a cast in place of a check: there is nothing to ask by any other scheme
		HttpURLConnection connection = (tls != null) ? secure(uri, tls)
				: (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
		this.current = connection;
		try {
			connection.setRequestMethod(method);
			connection.setInstanceFollowRedirects(false);
			connection.setUseCaches(false);
			connection.setConnectTimeout(this.deadline.leftOrThrow());
			connection.setReadTimeout(this.deadline.leftOrThrow());
			connection.setRequestProperty("Connection", "close");
			headers.forEach(connection::setRequestProperty);
			int status = connection.getResponseCode();
			if (status != HttpURLConnection.HTTP_OK) {
				throw new IOException(uri + " answered " + status);
			}
			try (InputStream body = connection.getInputStream()) {
				return read(body);
			}
		}
		finally {
			connection.disconnect();
		}
	}

	private static HttpsURLConnection secure(URI uri, SSLSocketFactory tls) throws IOException {
		HttpsURLConnection connection = (HttpsURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
		connection.setSSLSocketFactory(tls);
		return connection;
	}

	private String read(InputStream body) throws IOException {
		byte[] bytes = new byte[MAX_LENGTH];
		int length = 0;
		for (int read = 0; read >= 0; read = body.read(bytes, length, MAX_LENGTH - length)) {
			length += read;
			if (length == MAX_LENGTH) {
				throw new IOException("The answer is too long");
			}
			this.deadline.leftOrThrow();
		}
		return new String(bytes, 0, length, StandardCharsets.UTF_8);
	}

	/**
	 * Ends what is under way. From any thread.
	 */
	void abort() {
		HttpURLConnection connection = this.current;
		if (connection != null) {
			connection.disconnect();
		}
	}

}
