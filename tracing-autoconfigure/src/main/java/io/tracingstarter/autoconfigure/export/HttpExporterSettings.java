package io.tracingstarter.autoconfigure.export;

import java.util.Map;
import java.util.TreeMap;

import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

import io.tracingstarter.export.ExportEndpoint;
import io.tracingstarter.export.HttpClientSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Turns the properties of an exporter that posts to a backend into checked settings.
 */
public final class HttpExporterSettings {

	private final String exporter;

	private final PropertyChecks checks;

	private final ObjectProvider<SslBundles> sslBundles;

	/**
	 * Creates the translation for one exporter.
	 * @param exporter name, as in {@code tracing.exporters.<name>}
	 * @param sslBundles Spring Boot's SSL bundles
	 */
	public HttpExporterSettings(String exporter, ObjectProvider<SslBundles> sslBundles) {
		this.exporter = exporter;
		this.checks = new PropertyChecks(exporter);
		this.sslBundles = sslBundles;
	}

	/**
	 * Checks and translates.
	 * @param properties what the user wrote
	 * @param defaultEndpoint full URL where the user wrote none
	 * @param defaultPath path where the user's URL has none
	 * @param headers headers that the exporter adds; they win over the user's
	 * @return the settings
	 */
	public HttpClientSettings of(HttpExporterProperties properties, String defaultEndpoint, String defaultPath,
			Map<String, String> headers) {
		if (!ClassUtils.isPresent("okhttp3.OkHttpClient", null)) {
			throw this.checks.wrong("enabled", true, "OkHttp is not on the class path, with which it posts.",
					"Add com.squareup.okhttp3:okhttp-jvm, or do not exclude it.");
		}
		String url = (properties.getEndpoint() != null) ? properties.getEndpoint() : defaultEndpoint;
		ExportEndpoint endpoint = this.checks.endpoint(url, defaultPath, defaultEndpoint);
		this.checks.headers(properties.getHeaders());
		Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		all.putAll(properties.getHeaders());
		all.putAll(headers);
		return new HttpClientSettings(endpoint, all,
				properties.getCompression() == HttpExporterProperties.Compression.GZIP,
				this.checks.duration("timeout", properties.getTimeout()),
				this.checks.duration("connect-timeout", properties.getConnectTimeout()),
				tls(properties.getSsl().getBundle(), endpoint));
	}

	private HttpClientSettings.@Nullable Tls tls(@Nullable String bundleName, ExportEndpoint endpoint) {
		if (!StringUtils.hasText(bundleName)) {
			return null;
		}
		if (!endpoint.uri().toString().startsWith("https:")) {
			throw this.checks.wrong("ssl.bundle", bundleName, "the endpoint " + endpoint + " does not use TLS.",
					"Write an https URL in tracing.exporters." + this.exporter + ".endpoint, or remove the bundle.");
		}
		SslBundle bundle = bundle(bundleName);
		for (TrustManager trustManager : bundle.getManagers().getTrustManagers()) {
			if (trustManager instanceof X509TrustManager x509) {
				return new HttpClientSettings.Tls(bundle.createSslContext(), x509);
			}
		}
		throw this.checks.wrong("ssl.bundle", bundleName, "the bundle has no X.509 trust manager.",
				"Use a bundle of type JKS or PEM.");
	}

	private SslBundle bundle(String name) {
		SslBundles bundles = this.sslBundles.getIfAvailable();
		try {
			if (bundles != null) {
				return bundles.getBundle(name);
			}
		}
		catch (NoSuchSslBundleException ex) {
			// told below, in the words of the property
		}
		throw this.checks.wrong("ssl.bundle", name, "there is no SSL bundle of this name.",
				"Define spring.ssl.bundle.pem." + name + " or spring.ssl.bundle.jks." + name
						+ ", or write the name of an existing bundle.");
	}

}
