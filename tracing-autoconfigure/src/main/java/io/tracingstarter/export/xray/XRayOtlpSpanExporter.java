package io.tracingstarter.export.xray;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.tracingstarter.export.HttpClientSettings;
import io.tracingstarter.export.http.RequestSigner;
import io.tracingstarter.export.otlp.OtlpLimits;
import io.tracingstarter.export.otlp.OtlpSpanExporters;

/**
 * Posts spans to X-Ray itself, with its OTLP endpoint: no daemon, no collector. Used by
 * one thread at a time, so it belongs behind a queue.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-OTLPEndpoint.html">CloudWatch:
 * OTLP endpoints</a>
 */
public final class XRayOtlpSpanExporter implements SpanExporter {

	/**
	 * What the service is called in signatures and in the names of its hosts.
	 */
	public static final String SERVICE = "xray";

	/**
	 * The path of the endpoint.
	 */
	public static final String PATH = "/v1/traces";

	/** 5 MB, 10,000 spans and 200 KB, as small as these can be meant. */
	static final OtlpLimits LIMITS = new OtlpLimits(5_000_000, 10_000, 200_000);

	private final SpanExporter exporter;

	private final AnnotatedAttributes annotated;

	/**
	 * Creates the exporter. Does not connect yet.
	 * @param settings endpoint with its full path, headers and times
	 * @param signer signs each request
	 * @param annotated names of attributes that become annotations, by which X-Ray
	 * searches; the correlation id always is one
	 */
	public XRayOtlpSpanExporter(HttpClientSettings settings, RequestSigner signer, Collection<String> annotated) {
		this.exporter = OtlpSpanExporters.signed(settings, signer, LIMITS);
		this.annotated = new AnnotatedAttributes(annotated);
	}

	@Override
	public CompletableResultCode export(Collection<SpanData> spans) {
		List<SpanData> annotated = new ArrayList<>(spans.size());
		for (SpanData span : spans) {
			annotated.add(this.annotated.announcedBy(span));
		}
		return this.exporter.export(annotated);
	}

	@Override
	public CompletableResultCode flush() {
		return this.exporter.flush();
	}

	@Override
	public CompletableResultCode shutdown() {
		return this.exporter.shutdown();
	}

	@Override
	public String toString() {
		return "XRayOtlpSpanExporter";
	}

}
