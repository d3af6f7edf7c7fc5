package io.tracingstarter.autoconfigure.sampling;

import java.util.List;

import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.tracingstarter.guard.GuardedSampler;
import io.tracingstarter.sampling.CallerDecisionSampler;
import io.tracingstarter.sampling.DebugSampler;
import io.tracingstarter.sampling.KeepingSampler;
import io.tracingstarter.sampling.RouteRule;
import io.tracingstarter.sampling.TraceRate;
import io.tracingstarter.sampling.TraceStartSampler;
import io.tracingstarter.web.PathMatcher;

/**
 * Puts around the application's sampler what the properties say, and no more.
 */
final class SamplerChain {

	private final SamplingProperties properties;

	private final boolean hints;

	/**
	 * Creates a chain.
	 * @param properties what is wanted
	 * @param hints whether headers say more of a trace than its parent does
	 */
	SamplerChain(SamplingProperties properties, boolean hints) {
		this.properties = properties;
		this.hints = hints;
	}

	Sampler around(Sampler applications, boolean keeps) {
		Sampler sampler = new GuardedSampler(applications);
		Double rate = this.properties.maxTracesPerSecond();
		if (rate != null || !this.properties.rules().isEmpty()) {
			sampler = new TraceStartSampler(sampler, rules(), (rate != null) ? new TraceRate(rate) : null);
		}
		if (this.properties.debug().isOn()) {
			sampler = new DebugSampler(sampler);
		}
		if (this.hints) {
			sampler = new CallerDecisionSampler(sampler);
		}
		return keeps ? new KeepingSampler(sampler) : sampler;
	}

	private List<RouteRule> rules() {
		return this.properties.rules().stream().map(SamplerChain::rule).toList();
	}

	private static RouteRule rule(SamplingRule rule) {
		PathMatcher paths = new PathMatcher(List.of(rule.path()));
		return new RouteRule(paths::matches, rule.probability());
	}

}
