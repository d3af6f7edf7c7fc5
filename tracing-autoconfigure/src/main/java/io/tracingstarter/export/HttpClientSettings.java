package io.tracingstarter.export;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;

import org.jspecify.annotations.Nullable;

/**
 * How an exporter talks HTTP to its backend.
 *
 * @param endpoint where it posts to
 * @param headers headers of every request; their values are secrets
 * @param gzip whether bodies are compressed
 * @param timeout longest time of one request, from connecting to the answer's last byte
 * @param connectTimeout longest time to connect
 * @param tls whom to trust; {@code null} for the JDK's defaults
 */
public record HttpClientSettings(ExportEndpoint endpoint, Map<String, String> headers, boolean gzip, Duration timeout,
		Duration connectTimeout, @Nullable Tls tls) {

	public HttpClientSettings {
		Map<String, String> all = new LinkedHashMap<>(headers);
		String authorization = endpoint.authorization();
		if (authorization != null && headers.keySet().stream().noneMatch("Authorization"::equalsIgnoreCase)) {
			all.put("Authorization", authorization);
		}
		headers = Map.copyOf(all);
	}

	@Override
	public String toString() {
		return "HttpClientSettings " + this.endpoint;
	}

	/**
	 * Keys and trusted certificates.
	 *
	 * @param context the context
	 * @param trustManager the trust manager that the context uses
	 */
	public record Tls(SSLContext context, X509TrustManager trustManager) {

	}

}
