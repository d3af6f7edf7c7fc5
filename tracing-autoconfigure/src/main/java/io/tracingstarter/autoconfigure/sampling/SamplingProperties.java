package io.tracingstarter.autoconfigure.sampling;

import java.time.Duration;
import java.util.List;

import io.tracingstarter.autoconfigure.InvalidTracingPropertyException;
import io.tracingstarter.autoconfigure.UnresolvedPlaceholder;
import io.tracingstarter.sampling.BufferLimits;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which traces are kept.
 *
 * @param probability Share of the traces that are kept, from 0.0 (none) to 1.0 (all). A
 * "management.tracing.sampling.probability" wins.
 * @param keepErrors Whether to keep a request that failed, whatever the probability said.
 * @param keepSlowerThan How long a request may take without being kept, whatever the
 * probability said. Milliseconds where no unit is given; 0 for no limit.
 * @param maxTracesPerSecond How many traces the probability may choose in a second, for
 * example 50 or 0.5. No limit where it is not set. What is kept for an error or for being
 * slow does not count.
 * @param rules Shares for traces that start with a request to certain paths. The first
 * rule whose path matches wins over the probability. Each has a "path", a pattern below
 * the context path such as "/checkout/**", and a "probability".
 * @param debug A header that forces one request to be kept from end to end.
 * @param buffer How much may wait in memory for what becomes of its request.
 */
@ConfigurationProperties("tracing.sampling")
public record SamplingProperties(@DefaultValue("1.0") double probability, @DefaultValue("true") boolean keepErrors,
		@DefaultValue("1s") Duration keepSlowerThan, @Nullable Double maxTracesPerSecond,
		@DefaultValue List<SamplingRule> rules, @DefaultValue Debug debug, @DefaultValue Buffer buffer) {

	/**
	 * Checks the values.
	 * @throws InvalidTracingPropertyException if one is out of its range
	 */
	public SamplingProperties {
		requireShare("tracing.sampling.probability", probability);
		for (int i = 0; i < rules.size(); i++) {
			rules.get(i).check("tracing.sampling.rules[" + i + "]");
		}
		if (keepSlowerThan.isNegative()) {
			throw new InvalidTracingPropertyException("tracing.sampling.keep-slower-than", keepSlowerThan.toString(),
					"it is negative.", "Use a time such as 1s, or 0 to keep no request for being slow.");
		}
		if (maxTracesPerSecond != null && !(maxTracesPerSecond > 0 && maxTracesPerSecond <= 1_000_000)) {
			throw new InvalidTracingPropertyException("tracing.sampling.max-traces-per-second",
					maxTracesPerSecond.toString(), "it is not between 0 and 1,000,000.",
					"Use a number such as 50, or remove it for no limit.");
		}
	}

	static void requireShare(String property, double probability) {
		if (!(probability >= 0 && probability <= 1)) {
			throw new InvalidTracingPropertyException(property, String.valueOf(probability),
					"it is not a share of all traces.", "Use a number from 0.0 (none) to 1.0 (all).");
		}
	}

	/** Whether a request may be kept that was not sampled. */
	boolean keeps() {
		return this.keepErrors || !this.keepSlowerThan.isZero();
	}

	/**
	 * A header that forces one request to be kept from end to end.
	 *
	 * @param header Name of the header.
	 * @param secret What must stand in it, at least 16 characters. Never shown; without
	 * it the header has no effect.
	 */
	public record Debug(@DefaultValue("X-Trace-Debug") String header, @Nullable String secret) {

		private static final int MIN_LENGTH = 16;

		/**
		 * Checks the secret.
		 * @throws InvalidTracingPropertyException if it is easily guessed, or not there
		 */
		public Debug {
			UnresolvedPlaceholder.refuse("tracing.sampling.debug.secret", secret);
			if (secret != null && !secret.isEmpty() && secret.length() < MIN_LENGTH) {
				throw new InvalidTracingPropertyException("tracing.sampling.debug.secret", "******",
						"it has less than " + MIN_LENGTH + " characters.",
						"Use a random text, such as what \"openssl rand -hex 16\" prints.");
			}
		}

		boolean isOn() {
			return this.secret != null && !this.secret.isEmpty();
		}

		/** Keeps the secret out of log lines. */
		@Override
		public String toString() {
			return "Debug[" + this.header + "]";
		}

	}

	/**
	 * How much may wait in memory for what becomes of its request.
	 *
	 * @param maxTraces Requests at a time.
	 * @param maxSpans Spans of all requests. A span takes one to two kilobytes.
	 * @param maxSpansPerTrace Spans of one request.
	 * @param maxAge How long a request may wait. Milliseconds where no unit is given.
	 */
	public record Buffer(@DefaultValue("1000") int maxTraces, @DefaultValue("20000") int maxSpans,
			@DefaultValue("1000") int maxSpansPerTrace, @DefaultValue("1m") Duration maxAge) {

		/**
		 * Checks the values.
		 * @throws InvalidTracingPropertyException if one is not positive
		 */
		public Buffer {
			requirePositive("max-traces", maxTraces);
			requirePositive("max-spans", maxSpans);
			requirePositive("max-spans-per-trace", maxSpansPerTrace);
			if (maxAge.isZero() || maxAge.isNegative()) {
				throw new InvalidTracingPropertyException("tracing.sampling.buffer.max-age", maxAge.toString(),
						"it is not positive.", "Use a time such as 1m.");
			}
		}

		private static void requirePositive(String name, int value) {
			if (value < 1) {
				throw new InvalidTracingPropertyException("tracing.sampling.buffer." + name, String.valueOf(value),
						"it is not positive.", "Use a number from 1.");
			}
		}

		BufferLimits limits() {
			return new BufferLimits(this.maxTraces, this.maxSpans, this.maxSpansPerTrace, this.maxAge);
		}

	}

}
