package io.tracingstarter.sampling.xray;

import java.util.List;
import java.util.function.LongSupplier;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import io.tracingstarter.sampling.RequestHints;
import org.jspecify.annotations.Nullable;

/**
 * Decides about a trace that starts here by the rules of X-Ray; while they are not known,
 * by those of a file; and where no rule is for it, as another sampler does. What belongs
 * to a trace already must be decided elsewhere. Any thread.
 */
public final class XRaySampler implements Sampler {

	private final SampledService service;

	private final @Nullable RuleSet local;

	private final Sampler otherwise;

	private final LongSupplier epochSeconds;

	private volatile @Nullable RuleSet central;

	/**
	 * Creates a sampler that knows no rules of X-Ray yet.
	 * @param service what rules can ask of the service
	 * @param local rules of a file; {@code null} for none
	 * @param otherwise decides where no rule is for a trace
	 */
	public XRaySampler(SampledService service, @Nullable LocalRules local, Sampler otherwise) {
		this(service, local, otherwise, () -> System.currentTimeMillis() / 1000);
	}

	XRaySampler(SampledService service, @Nullable LocalRules local, Sampler otherwise, LongSupplier epochSeconds) {
		this.service = service;
		this.local = (local != null) ? RuleSet.local(local.rules()) : null;
		this.otherwise = otherwise;
		this.epochSeconds = epochSeconds;
	}

	SampledService service() {
		return this.service;
	}

	/**
	 * Sets the rules of X-Ray.
	 * @param rules the rules; {@code null} where they are too old to be followed
	 */
	void follow(@Nullable RuleSet rules) {
		this.central = rules;
	}

	@Nullable RuleSet central() {
		return this.central;
	}

	@Override
	public SamplingResult shouldSample(Context parent, String traceId, String name, SpanKind kind,
			Attributes attributes, List<LinkData> links) {
		RuleSet followed = this.central;
		RuleSet rules = (followed != null) ? followed : this.local;
		ActiveRule rule = (rules != null) ? rules.find(RequestHints.of(parent), this.service, attributes) : null;
		if (rule == null) {
			return this.otherwise.shouldSample(parent, traceId, name, kind, attributes, links);
		}
		return rule.samples(traceId, this.epochSeconds.getAsLong()) ? SamplingResult.recordAndSample()
				: SamplingResult.drop();
	}

	@Override
	public String getDescription() {
		return "XRay{" + this.otherwise.getDescription() + "}";
	}

	@Override
	public String toString() {
		return getDescription();
	}

}
