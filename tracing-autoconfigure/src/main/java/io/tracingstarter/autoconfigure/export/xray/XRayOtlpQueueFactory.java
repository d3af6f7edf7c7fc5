package io.tracingstarter.autoconfigure.export.xray;

import java.util.LinkedHashMap;
import java.util.Map;

import io.tracingstarter.autoconfigure.InvalidTracingPropertyException;
import io.tracingstarter.autoconfigure.UnresolvedPlaceholder;
import io.tracingstarter.autoconfigure.export.ExportQueueFactory;
import io.tracingstarter.autoconfigure.export.HttpExporterSettings;
import io.tracingstarter.export.HttpClientSettings;
import io.tracingstarter.export.QueueSpanProcessor;
import io.tracingstarter.export.SafeText;
import io.tracingstarter.export.aws.AwsRegion;
import io.tracingstarter.export.aws.AwsRequestSigners;
import io.tracingstarter.export.http.RequestSigner;
import io.tracingstarter.export.xray.XRayOtlpSpanExporter;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Puts the exporter that speaks OTLP with X-Ray behind its queue.
 */
final class XRayOtlpQueueFactory {

	private static final String PREFIX = XRayExporterAutoConfiguration.PREFIX;

	/** A class of each library that is needed, and what brings it. */
	private static final Map<String, String> NEEDED = new LinkedHashMap<>();

	static {
		NEEDED.put("software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner",
				"software.amazon.awssdk:http-auth-aws");
		NEEDED.put("software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain",
				"software.amazon.awssdk:regions");
		NEEDED.put("software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider", "software.amazon.awssdk:auth");
		NEEDED.put("io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter",
				"io.opentelemetry:opentelemetry-exporter-otlp");
	}

	private final ExportQueueFactory queues;

	private final ObjectProvider<SslBundles> sslBundles;

	private final ObjectProvider<AwsRequestSigners> signers;

	XRayOtlpQueueFactory(ExportQueueFactory queues, ObjectProvider<SslBundles> sslBundles,
			ObjectProvider<AwsRequestSigners> signers) {
		this.queues = queues;
		this.sslBundles = sslBundles;
		this.signers = signers;
	}

	/**
	 * Checks the properties, creates the exporter and starts its worker.
	 */
	QueueSpanProcessor start(XRayExporterProperties properties) {
		NEEDED.forEach(XRayOtlpQueueFactory::checkLibrary);
		AwsRequestSigners signers = this.signers.getObject();
		AwsRegion region = region(properties, signers);
		HttpClientSettings settings = new HttpExporterSettings("xray", this.sslBundles).of(properties,
				"https://" + region.host(XRayOtlpSpanExporter.SERVICE) + XRayOtlpSpanExporter.PATH,
				XRayOtlpSpanExporter.PATH, Map.of());
		RequestSigner signer = signers.signer(XRayOtlpSpanExporter.SERVICE, region);
		return this.queues.start("xray", settings.endpoint().toString(), properties,
				() -> new XRayOtlpSpanExporter(settings, signer, properties.getAnnotations()));
	}

	private static void checkLibrary(String className, String library) {
		if (!ClassUtils.isPresent(className, null)) {
			throw wrong("protocol", "otlp", "it needs " + library + ", which is not on the class path.",
					"Add the dependency " + library
							+ " (of the AWS SDK, software.amazon.awssdk:auth brings all that is needed), or write "
							+ PREFIX + "protocol: daemon.");
		}
	}

	private static AwsRegion region(XRayExporterProperties properties, AwsRequestSigners signers) {
		String configured = properties.getRegion();
		UnresolvedPlaceholder.refuse(PREFIX + "region", configured);
		if (!StringUtils.hasText(configured)) {
			AwsRegion found = signers.region();
			if (found == null) {
				throw wrong("region", null,
						"it is not set, and the AWS SDK finds none: neither in AWS_REGION nor in a profile, nor is this a machine of AWS that could tell.",
						"Write the region, for example " + PREFIX + "region: eu-central-1, or set AWS_REGION.");
			}
			return found;
		}
		try {
			return new AwsRegion(configured.strip());
		}
		catch (IllegalArgumentException ex) {
			throw wrong("region", SafeText.oneLine(configured, 100), ex.getMessage() + ".",
					"Write its name, for example eu-central-1.");
		}
	}

	private static InvalidTracingPropertyException wrong(String name, @Nullable String value, String reason,
			String action) {
		return new InvalidTracingPropertyException(PREFIX + name, value, reason, action);
	}

}
