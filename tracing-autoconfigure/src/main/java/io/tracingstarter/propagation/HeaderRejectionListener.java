package io.tracingstarter.propagation;

/**
 * Told of each header of a trace that was not believed.
 * <p>
 * Called on the request's thread; must be quick and must not throw.
 */
@FunctionalInterface
public interface HeaderRejectionListener {

	/**
	 * A header broke the rules of its specification, and was ignored.
	 * @param header name of the header, as its specification writes it; never its value
	 */
	void rejected(String header);

}
