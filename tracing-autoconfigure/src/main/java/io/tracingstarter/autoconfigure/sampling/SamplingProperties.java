package io.tracingstarter.autoconfigure.sampling;

import io.tracingstarter.autoconfigure.InvalidTracingPropertyException;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which traces are kept.
 *
 * @param probability Share of the traces that are kept, from 0.0 (none) to 1.0 (all). A
 * "management.tracing.sampling.probability" wins.
 */
@ConfigurationProperties("tracing.sampling")
public record SamplingProperties(@DefaultValue("1.0") double probability) {

	/**
	 * Checks the values.
	 * @throws InvalidTracingPropertyException if one is out of its range
	 */
	public SamplingProperties {
		if (!(probability >= 0 && probability <= 1)) {
			throw new InvalidTracingPropertyException("tracing.sampling.probability", String.valueOf(probability),
					"it is not a share of all traces.", "Use a number from 0.0 (none) to 1.0 (all).");
		}
	}

}
