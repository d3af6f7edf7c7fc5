package io.tracingstarter.sampling;

/**
 * The limits of what may wait for what becomes of its trace.
 */
public enum BufferLimit {

	/**
	 * A trace found too many others, and is not buffered.
	 */
	TRACES("traces"),

	/**
	 * A span found too many of all traces, and is dropped.
	 */
	SPANS("spans"),

	/**
	 * A span found too many of its own trace, and is dropped.
	 */
	SPANS_PER_TRACE("spans-per-trace"),

	/**
	 * A trace was buffered for too long, and its spans are dropped.
	 */
	AGE("age");

	private final String tag;

	BufferLimit(String tag) {
		this.tag = tag;
	}

	/**
	 * How properties and meters name it.
	 * @return words in lower case
	 */
	public String tag() {
		return this.tag;
	}

}
