package io.tracingstarter.autoconfigure.sampling;

import io.tracingstarter.autoconfigure.PathPatterns;
import org.jspecify.annotations.Nullable;

/**
 * A share for traces that start with a request to certain paths.
 *
 * @param path Path pattern, below the context path, for example "/checkout/**".
 * @param probability Share of these traces that are kept, from 0.0 (none) to 1.0 (all).
 */
public record SamplingRule(@Nullable String path, double probability) {

	void check(String property) {
		PathPatterns.require(property + ".path", (this.path != null) ? this.path : "");
		SamplingProperties.requireShare(property + ".probability", this.probability);
	}

}
