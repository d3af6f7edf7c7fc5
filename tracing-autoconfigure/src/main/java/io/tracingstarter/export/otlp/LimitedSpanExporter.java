package io.tracingstarter.export.otlp;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/**
 * Keeps an OTLP exporter within the limits of its backend: leaves out what is too large
 * for any request, and sends what is too much for one in several. Used by one thread at a
 * time.
 */
final class LimitedSpanExporter implements SpanExporter {

	private final SpanExporter exporter;

	private final OtlpLimits limits;

	private final MessageSize size = new MessageSize();

	/**
	 * Creates the exporter.
	 * @param exporter has done its work when its {@code export} returns, and fails with
	 * {@link MessageTooLargeException} before it sends anything that is too large
	 * @param limits what the backend takes
	 */
	LimitedSpanExporter(SpanExporter exporter, OtlpLimits limits) {
		this.exporter = exporter;
		this.limits = limits;
	}

	@Override
	public CompletableResultCode export(Collection<SpanData> spans) {
		LimitedDelivery delivery = new LimitedDelivery(this.exporter, this.limits.requestSpans());
		List<SpanData> fitting = new ArrayList<>(spans.size());
		for (SpanData span : spans) {
			int limit = this.limits.spanBytes();
			int bytes = (SpanSize.atMost(span) > limit) ? this.size.of(span) : 0;
			if (bytes <= limit) {
				fitting.add(span);
			}
			else {
				delivery.reject(1, "a span of " + bytes + " bytes is larger than the backend takes (" + limit + ")");
			}
		}
		delivery.send(fitting);
		return delivery.result();
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
		return this.exporter.toString();
	}

}
