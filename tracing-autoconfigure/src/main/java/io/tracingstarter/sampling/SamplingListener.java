package io.tracingstarter.sampling;

/**
 * Hears what is kept, and what could not be. Called on the thread of the request; what it
 * throws reaches no request, but what it takes the request waits for.
 */
public interface SamplingListener {

	/**
	 * A trace is kept though the sampler did not choose it.
	 * @param reason why
	 */
	void kept(KeepReason reason);

	/**
	 * A limit of the buffer was hit: should the trace fail later, spans of it are
	 * missing.
	 * @param limit which one
	 */
	void overflowed(BufferLimit limit);

}
