package io.tracingstarter.sampling.xray;

import java.util.List;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;

/**
 * What a rule allows this service at the moment.
 *
 * @param share takes the share of the fixed rate
 * @param quota traces in a second that are sampled in any case
 * @param until when the quota ends, in seconds since 1970
 */
record Target(Sampler share, int quota, long until) {

	/**
	 * Creates a target.
	 * @param rate the fixed rate, from 0.0 to 1.0
	 * @param quota traces in a second
	 * @param until when the quota ends, in seconds since 1970
	 */
	Target(double rate, int quota, long until) {
		this(Sampler.traceIdRatioBased(rate), quota, until);
	}

	/**
	 * Until X-Ray has assigned a quota.
	 */
	static Target unassigned(Rule rule) {
		return new Target(rule.rate(), 0, Long.MIN_VALUE);
	}

	/**
	 * For a rule of a file, which nobody else takes from.
	 */
	static Target own(Rule rule) {
		return new Target(rule.rate(), rule.reservoir(), Long.MAX_VALUE);
	}

	/** Follows from the id, so that whoever asks again gets the same answer. */
	boolean hasInShare(String traceId) {
		return this.share.shouldSample(Context.root(), traceId, "", SpanKind.INTERNAL, Attributes.empty(), List.of())
			.getDecision() == SamplingDecision.RECORD_AND_SAMPLE;
	}

}
