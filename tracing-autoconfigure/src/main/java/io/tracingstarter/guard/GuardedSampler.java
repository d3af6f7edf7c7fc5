package io.tracingstarter.guard;

import java.util.List;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;

/**
 * Asks a sampler so that its faults reach no request. Where it gives no answer, a span
 * does as its parent does, and a new trace is kept.
 */
public final class GuardedSampler implements Sampler {

	private static final Sampler FALLBACK = Sampler.parentBased(Sampler.alwaysOn());

	private final Sampler sampler;

	private final Fault fault;

	/**
	 * Creates a guard.
	 * @param sampler may throw
	 */
	public GuardedSampler(Sampler sampler) {
		this.sampler = sampler;
		this.fault = new Fault(sampler);
	}

	@Override
	public SamplingResult shouldSample(Context parent, String traceId, String name, SpanKind kind,
			Attributes attributes, List<LinkData> links) {
		try {
			return this.sampler.shouldSample(parent, traceId, name, kind, attributes, links);
		}
		catch (Throwable ex) {
			this.fault.warn(ex);
			return FALLBACK.shouldSample(parent, traceId, name, kind, attributes, links);
		}
	}

	@Override
	public String getDescription() {
		return this.sampler.getDescription();
	}

	@Override
	public String toString() {
		return this.sampler.toString();
	}

}
