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
import org.jspecify.annotations.Nullable;

/**
 * Decides about a trace that starts here: by its route, else as the application's sampler
 * says, and never more in a second than allowed. What belongs to a trace already is left
 * to the application's sampler.
 */
public final class TraceStartSampler implements Sampler {

	private final Sampler sampler;

	private final List<RouteRule> rules;

	private final @Nullable TraceRate rate;

	/**
	 * Creates a sampler.
	 * @param sampler the application's
	 * @param rules for routes; the first that matches wins
	 * @param rate how many traces in a second; {@code null} for any number
	 */
	public TraceStartSampler(Sampler sampler, List<RouteRule> rules, @Nullable TraceRate rate) {
		this.sampler = sampler;
		this.rules = List.copyOf(rules);
		this.rate = rate;
	}

	@Override
	public SamplingResult shouldSample(Context parent, String traceId, String name, SpanKind kind,
			Attributes attributes, List<LinkData> links) {
		SpanContext caller = Span.fromContext(parent).getSpanContext();
		if (caller.isValid()) {
			return this.sampler.shouldSample(parent, traceId, name, kind, attributes, links);
		}
		SamplingResult result = samplerOf(parent).shouldSample(parent, traceId, name, kind, attributes, links);
		boolean tooMany = this.rate != null && result.getDecision() == SamplingDecision.RECORD_AND_SAMPLE
				&& !this.rate.tryAcquire();
		return tooMany ? SamplingResult.drop() : result;
	}

	private Sampler samplerOf(Context parent) {
		RequestHints request = this.rules.isEmpty() ? null : RequestHints.of(parent);
		if (request != null) {
			for (RouteRule rule : this.rules) {
				if (rule.matches(request.path())) {
					return rule.sampler();
				}
			}
		}
		return this.sampler;
	}

	@Override
	public String getDescription() {
		return "TraceStart{" + this.sampler.getDescription() + ", rules=" + this.rules + ", rate=" + this.rate + "}";
	}

	@Override
	public String toString() {
		return getDescription();
	}

}
