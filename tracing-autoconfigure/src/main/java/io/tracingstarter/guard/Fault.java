package io.tracingstarter.guard;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of what one part of tracing throws, and of which requests see nothing: exceptions
 * of any kind, and errors such as a class that is missing.
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
	 * @param thrown what was thrown; thrown on if the virtual machine itself has failed,
	 * which no part of tracing can answer for
	 */
	public void warn(Throwable thrown) {
		if (thrown instanceof VirtualMachineError error) {
			throw error;
		}
		this.warning.log("{} threw {}. Requests are not affected; repeated at most once a minute.",
				this.source.getClass().getName(), thrown.getClass().getName(), thrown);
	}

}
