package io.tracingstarter.sampling;

import java.util.List;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;

/**
 * Lets spans be recorded that another sampler drops, so that {@link KeepingSpanProcessor}
 * can still keep them. To the next service they remain what they are: not sampled.
 */
public final class KeepingSampler implements Sampler {

	private static final SamplingResult DROP = SamplingResult.drop();

	private static final SamplingResult RECORD = SamplingResult.recordOnly();

	private final Sampler sampler;

	/**
	 * Creates a sampler.
	 * @param sampler decides what is sampled
	 */
	public KeepingSampler(Sampler sampler) {
		this.sampler = sampler;
	}

	@Override
	public SamplingResult shouldSample(Context parent, String traceId, String name, SpanKind kind,
			Attributes attributes, List<LinkData> links) {
		SamplingResult result = this.sampler.shouldSample(parent, traceId, name, kind, attributes, links);
		if (result.getDecision() != SamplingDecision.DROP) {
			return result;
		}
		return (result == DROP) ? RECORD : new Recorded(result);
	}

	@Override
	public String getDescription() {
		return "Keeping{" + this.sampler.getDescription() + "}";
	}

	@Override
	public String toString() {
		return getDescription();
	}

	/** What a sampler says beside its decision still holds. */
	private record Recorded(SamplingResult dropped) implements SamplingResult {

		@Override
		public SamplingDecision getDecision() {
			return SamplingDecision.RECORD_ONLY;
		}

		@Override
		public Attributes getAttributes() {
			return this.dropped.getAttributes();
		}

		@Override
		public TraceState getUpdatedTraceState(TraceState parentTraceState) {
			return this.dropped.getUpdatedTraceState(parentTraceState);
		}

	}

}
