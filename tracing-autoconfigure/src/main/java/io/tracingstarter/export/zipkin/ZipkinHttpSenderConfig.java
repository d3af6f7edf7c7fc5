package io.tracingstarter.export.zipkin;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;

import io.opentelemetry.sdk.common.export.Compressor;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.ProxyOptions;
import io.opentelemetry.sdk.common.export.RetryPolicy;
import io.tracingstarter.export.CallerRunsExecutor;
import io.tracingstarter.export.EndpointOnlyProxies;
import io.tracingstarter.export.HttpClientSettings;
import org.jspecify.annotations.Nullable;

/**
 * Our settings in the words of OpenTelemetry's HTTP client.
 */
final class ZipkinHttpSenderConfig implements HttpSenderConfig {

	private final HttpClientSettings settings;

	private final String contentType;

	private final Map<String, List<String>> headers = new LinkedHashMap<>();

	private final ExecutorService executor = new CallerRunsExecutor();

	ZipkinHttpSenderConfig(HttpClientSettings settings, String contentType) {
		this.settings = settings;
		this.contentType = contentType;
		// asks a proxy in between not to trace this request, as Zipkin's own senders do
		this.headers.put("b3", List.of("0"));
		settings.headers().forEach((name, value) -> this.headers.put(name, List.of(value)));
	}

	@Override
	public URI getEndpoint() {
		return this.settings.endpoint().uri();
	}

	@Override
	public String getContentType() {
		return this.contentType;
	}

	@Override
	public @Nullable Compressor getCompressor() {
		return this.settings.gzip() ? new Gzip() : null;
	}

	@Override
	public Duration getTimeout() {
		return this.settings.timeout();
	}

	@Override
	public Duration getConnectTimeout() {
		return this.settings.connectTimeout();
	}

	@Override
	public Supplier<Map<String, List<String>>> getHeadersSupplier() {
		return () -> this.headers;
	}

	@Override
	public ProxyOptions getProxyOptions() {
		return ProxyOptions.create(new EndpointOnlyProxies());
	}

	@Override
	public RetryPolicy getRetryPolicy() {
		return HttpClientSettings.RETRY_WHEN_BUSY;
	}

	@Override
	public @Nullable SSLContext getSslContext() {
		HttpClientSettings.Tls tls = this.settings.tls();
		return (tls != null) ? tls.context() : null;
	}

	@Override
	public @Nullable X509TrustManager getTrustManager() {
		HttpClientSettings.Tls tls = this.settings.tls();
		return (tls != null) ? tls.trustManager() : null;
	}

	@Override
	public ExecutorService getExecutorService() {
		return this.executor;
	}

	private static final class Gzip implements Compressor {

		@Override
		public String getEncoding() {
			return "gzip";
		}

		@Override
		public OutputStream compress(OutputStream outputStream) throws IOException {
			return new GZIPOutputStream(outputStream);
		}

	}

}
