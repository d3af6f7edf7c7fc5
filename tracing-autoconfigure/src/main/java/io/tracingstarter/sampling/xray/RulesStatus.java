package io.tracingstarter.sampling.xray;

import org.jspecify.annotations.Nullable;

/**
 * How it goes with the rules of X-Ray.
 *
 * @param followed how many rules are followed
 * @param fetchedAt when they came, in seconds since 1970; 0 for never
 * @param failure why the last request failed; {@code null} where it did not
 */
public record RulesStatus(int followed, long fetchedAt, @Nullable String failure) {

	static final RulesStatus NONE = new RulesStatus(0, 0, null);

}
