package io.tracingstarter.sampling;

import java.util.List;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;

/**
 * Samples a request with the debug header, whatever its caller and the other samplers
 * say.
 */
public final class DebugSampler implements Sampler {

	private static final SamplingResult SAMPLED = SamplingResult.create(SamplingDecision.RECORD_AND_SAMPLE, Attributes
		.of(SamplingAttributes.KEPT, KeepReason.REQUESTED.tag(), SamplingAttributes.REASON, "debug header"));

	private final Sampler sampler;

	/**
	 * Creates a sampler.
	 * @param sampler asked for all other requests
	 */
	public DebugSampler(Sampler sampler) {
		this.sampler = sampler;
	}

	@Override
	public SamplingResult shouldSample(Context parent, String traceId, String name, SpanKind kind,
			Attributes attributes, List<LinkData> links) {
		RequestHints request = RequestHints.of(parent);
		if (request != null && request.debug()) {
			SpanContext caller = Span.fromContext(parent).getSpanContext();
			if (!caller.isValid() || caller.isRemote()) {
				return SAMPLED;
			}
		}
		return this.sampler.shouldSample(parent, traceId, name, kind, attributes, links);
	}

	@Override
	public String getDescription() {
		return "Debug{" + this.sampler.getDescription() + "}";
	}

	@Override
	public String toString() {
		return getDescription();
	}

}
