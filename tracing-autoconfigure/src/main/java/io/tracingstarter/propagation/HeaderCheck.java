package io.tracingstarter.propagation;

import org.jspecify.annotations.Nullable;

/**
 * Says how much of a header's value may be believed.
 */
@FunctionalInterface
interface HeaderCheck {

	/**
	 * Looks at one value.
	 * @param value as it came from outside: any characters, any length
	 * @return the value, or the part of it that is right; {@code null} for nothing
	 */
	@Nullable String believe(String value);

}
