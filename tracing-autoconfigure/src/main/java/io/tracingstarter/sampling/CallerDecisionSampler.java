package io.tracingstarter.sampling;

import java.util.List;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import io.tracingstarter.propagation.IncomingTrace;

/**
 * Shows another sampler what the caller decided where a parent cannot: a decision that
 * came without a span counts as that of a caller, and a span that came without a decision
 * as no caller, so that the decision is made here.
 */
public final class CallerDecisionSampler implements Sampler {

	/** Any valid one: who decides asks for the trace only. */
	private static final String STAND_IN = "0000000000000001";

	private final Sampler sampler;

	/**
	 * Creates a sampler.
	 * @param sampler decides
	 */
	public CallerDecisionSampler(Sampler sampler) {
		this.sampler = sampler;
	}

	@Override
	public SamplingResult shouldSample(Context parent, String traceId, String name, SpanKind kind,
			Attributes attributes, List<LinkData> links) {
		IncomingTrace incoming = IncomingTrace.of(parent);
		Context shown = (incoming != null && incoming.traceId().equals(traceId)) ? shown(parent, incoming) : parent;
		return this.sampler.shouldSample(shown, traceId, name, kind, attributes, links);
	}

	private static Context shown(Context parent, IncomingTrace incoming) {
		SpanContext caller = Span.fromContext(parent).getSpanContext();
		Boolean sampled = incoming.sampled();
		if (!caller.isValid() && sampled != null) {
			return parent.with(Span.wrap(SpanContext.createFromRemoteParent(incoming.traceId(), STAND_IN,
					sampled ? TraceFlags.getSampled() : TraceFlags.getDefault(), TraceState.getDefault())));
		}
		if (caller.isRemote() && sampled == null && caller.getSpanId().equals(incoming.spanId())) {
			return parent.with(Span.getInvalid());
		}
		return parent;
	}

	@Override
	public String getDescription() {
		return "CallerDecision{" + this.sampler.getDescription() + "}";
	}

	@Override
	public String toString() {
		return getDescription();
	}

}
