package io.tracingstarter.autoconfigure.export;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What every exporter that posts to a backend can be told.
 */
public abstract class HttpExporterProperties extends ExporterProperties {

	/**
	 * Full URL that spans are posted to. A user name and password in it are sent as basic
	 * authentication, and never shown.
	 */
	private @Nullable String endpoint;

	/**
	 * Longest time to connect. Milliseconds where no unit is given.
	 */
	private Duration connectTimeout = Duration.ofSeconds(10);

	/**
	 * Method used to compress the payload.
	 */
	private Compression compression = Compression.NONE;

	/**
	 * Headers sent with every export, for example for authentication. Their values are
	 * never shown.
	 */
	private Map<String, String> headers = new LinkedHashMap<>();

	private final Ssl ssl = new Ssl();

	protected HttpExporterProperties() {
		this(Duration.ofSeconds(5));
	}

	protected HttpExporterProperties(Duration scheduleDelay) {
		super(scheduleDelay);
	}

	public @Nullable String getEndpoint() {
		return this.endpoint;
	}

	public void setEndpoint(@Nullable String endpoint) {
		this.endpoint = endpoint;
	}

	public Duration getConnectTimeout() {
		return this.connectTimeout;
	}

	public void setConnectTimeout(Duration connectTimeout) {
		this.connectTimeout = connectTimeout;
	}

	public Compression getCompression() {
		return this.compression;
	}

	public void setCompression(Compression compression) {
		this.compression = compression;
	}

	public Map<String, String> getHeaders() {
		return this.headers;
	}

	public void setHeaders(Map<String, String> headers) {
		this.headers = headers;
	}

	public Ssl getSsl() {
		return this.ssl;
	}

	/**
	 * TLS settings.
	 */
	public static class Ssl {

		/**
		 * Name of the SSL bundle (spring.ssl.bundle) with the certificates to trust and,
		 * where the backend asks for one, the client's key.
		 */
		private @Nullable String bundle;

		public @Nullable String getBundle() {
			return this.bundle;
		}

		public void setBundle(@Nullable String bundle) {
			this.bundle = bundle;
		}

	}

	/**
	 * Ways to compress the payload.
	 */
	public enum Compression {

		/**
		 * No compression.
		 */
		NONE,

		/**
		 * Gzip compression.
		 */
		GZIP

	}

}
