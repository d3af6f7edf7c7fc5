package io.tracingstarter.correlation;

/**
 * Told of each incoming correlation id that was refused.
 * <p>
 * Called on the request's thread; must be quick and must not throw.
 */
@FunctionalInterface
public interface CorrelationIdRejectionListener {

	/**
	 * An id was refused, and the request gets a new one.
	 * @param rejection the reason
	 */
	void rejected(CorrelationIdRejection rejection);

}
