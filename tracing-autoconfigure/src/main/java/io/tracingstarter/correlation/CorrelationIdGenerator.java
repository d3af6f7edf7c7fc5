package io.tracingstarter.correlation;

/**
 * Makes the correlation id of a request that came without a valid one.
 * <p>
 * Called once for such a request, on the thread that received it, before any application
 * code. An id that is not valid, or an exception, costs the request nothing: it gets the
 * default id instead, and a warning is logged at most once a minute.
 */
@FunctionalInterface
public interface CorrelationIdGenerator {

	/**
	 * Makes a new id.
	 * @return an id that {@link CorrelationId#check(String)} accepts
	 */
	String generate();

}
