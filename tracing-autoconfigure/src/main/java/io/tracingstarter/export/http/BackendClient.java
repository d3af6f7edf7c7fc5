package io.tracingstarter.export.http;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.tracingstarter.export.HttpClientSettings;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Posts to one backend, on the calling thread and within the time-out, and tries nothing
 * again. OpenTelemetry's own clients show neither {@code Retry-After} nor the details of
 * a gRPC status, and follow redirects: they would hand the exporter's keys to another
 * host, and take the page of a login for success.
 */
public final class BackendClient {

	private static final int MAX_ANSWER_BYTES = 64 * 1024;

	private final HttpUrl url;

	private final Map<String, String> headers;

	private final boolean gzip;

	private final @Nullable RequestSigner signer;

	private final OkHttpClient client;

	private BackendClient(HttpClientSettings settings, HttpUrl url, boolean gzip, List<Protocol> protocols,
			@Nullable RequestSigner signer) {
		this.url = url;
		this.gzip = gzip;
		this.signer = signer;
		this.headers = settings.headers();
		OkHttpClient.Builder builder = new OkHttpClient.Builder().protocols(protocols)
			.followRedirects(false)
			.callTimeout(settings.timeout())
			.connectTimeout(settings.connectTimeout())
			.readTimeout(settings.timeout())
			.writeTimeout(settings.timeout())
			.connectionPool(new ConnectionPool(1, 5, TimeUnit.MINUTES));
		HttpClientSettings.Tls tls = settings.tls();
		if (!url.isHttps()) {
			builder.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
		}
		else if (tls != null) {
			builder.sslSocketFactory(tls.context().getSocketFactory(), tls.trustManager());
		}
		this.client = builder.build();
	}

	/**
	 * A client for HTTP, which compresses where the settings say so. Does not connect
	 * yet.
	 * @param settings endpoint with its full path, headers and times
	 * @return the client
	 */
	public static BackendClient http(HttpClientSettings settings) {
		return http(settings, null);
	}

	/**
	 * A client for HTTP, which compresses where the settings say so, and signs. Does not
	 * connect yet.
	 * @param settings endpoint with its full path, headers and times
	 * @param signer signs each request; {@code null} for none
	 * @return the client
	 */
	public static BackendClient http(HttpClientSettings settings, @Nullable RequestSigner signer) {
		return new BackendClient(settings, HttpUrl.get(settings.endpoint().uri().toString()), settings.gzip(),
				List.of(Protocol.HTTP_2, Protocol.HTTP_1_1), signer);
	}

	/**
	 * A client for gRPC, which leaves it to messages to be compressed. Does not connect
	 * yet.
	 * @param settings endpoint (its path is not used), headers and times
	 * @param method full name of the method, without a slash at the beginning
	 * @return the client
	 */
	public static BackendClient grpc(HttpClientSettings settings, String method) {
		HttpUrl url = HttpUrl.get(settings.endpoint().uri().resolve("/" + method).toString());
		// HTTP/1.1 has to be offered with TLS, though a gRPC server chooses HTTP/2
		return new BackendClient(settings, url, false,
				url.isHttps() ? List.of(Protocol.HTTP_2, Protocol.HTTP_1_1) : List.of(Protocol.H2_PRIOR_KNOWLEDGE),
				null);
	}

	/**
	 * Posts, and waits for the answer.
	 * @param body the body
	 * @param more headers beside those of the settings; the settings win
	 * @return the answer, to be closed
	 * @throws IOException if there is no answer in time, or none of HTTP, or nothing to
	 * sign with
	 */
	public Response post(RequestBody body, Map<String, String> more) throws IOException {
		RequestBody sent = this.gzip ? new GzipBody(body) : body;
		Request.Builder builder = new Request.Builder().url(this.url).post(sent);
		more.forEach(builder::header);
		this.headers.forEach(builder::header);
		if (this.gzip) {
			builder.header("Content-Encoding", "gzip");
		}
		Request request = builder.build();
		return (this.signer != null) ? new SignedCall(this.client, this.signer, request, sent).execute()
				: this.client.newCall(request).execute();
	}

	/**
	 * Reads the body of an answer, as much of it as comes.
	 * @param response the answer
	 * @return the body; cut off where it is larger than any that makes sense here, and
	 * where the connection ends: the backend has answered by then
	 */
	public static byte[] content(Response response) {
		return content(response, MAX_ANSWER_BYTES);
	}

	/**
	 * Reads the body of an answer, as much of it as comes.
	 * @param response the answer
	 * @param limit size from which on it is cut off, in bytes
	 * @return the body; cut off as well where the connection ends
	 */
	public static byte[] content(Response response, int limit) {
		Buffer content = new Buffer();
		try {
			long read = 0;
			while (read >= 0 && content.size() < limit) {
				read = response.body().source().read(content, limit - content.size());
			}
		}
		catch (IOException ex) {
			// what counts is the status
		}
		return content.readByteArray();
	}

	/**
	 * Ends the request that is under way, and all connections. From any thread.
	 */
	public void close() {
		this.client.dispatcher().cancelAll();
		this.client.connectionPool().evictAll();
		if (this.signer != null) {
			this.signer.close();
		}
	}

}
