package io.tracingstarter.sampling;

import java.util.function.Predicate;

import io.opentelemetry.sdk.trace.samplers.Sampler;

/**
 * A share of the traces that start with a request to certain paths.
 */
public final class RouteRule {

	private final Predicate<String> paths;

	private final Sampler sampler;

	/**
	 * Creates a rule.
	 * @param paths knows the paths, below the application's context path and not decoded
	 * @param probability share of their traces that is sampled, from 0.0 to 1.0
	 */
	public RouteRule(Predicate<String> paths, double probability) {
		this.paths = paths;
		this.sampler = Sampler.traceIdRatioBased(probability);
	}

	boolean matches(String path) {
		return this.paths.test(path);
	}

	Sampler sampler() {
		return this.sampler;
	}

	@Override
	public String toString() {
		return this.paths + " " + this.sampler.getDescription();
	}

}
