package io.tracingstarter.guard;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of the exceptions that one part of tracing throws, and of which requests see
 * nothing.
 */
public final class Fault {

	private static final Logger logger = LoggerFactory.getLogger("io.tracingstarter.guard");

	private final Object source;

	private final RateLimitedWarning warning = new RateLimitedWarning(logger);

	/**
	 * Creates one for a part of tracing.
	 * @param source what may throw
	 */
	public Fault(Object source) {
		this.source = source;
	}

	/**
	 * Warns, at most once a minute.
	 * @param exception what was thrown
	 */
	public void warn(RuntimeException exception) {
		this.warning.log("{} threw {}. Requests are not affected; repeated at most once a minute.",
				this.source.getClass().getName(), exception.getClass().getName(), exception);
	}

}
