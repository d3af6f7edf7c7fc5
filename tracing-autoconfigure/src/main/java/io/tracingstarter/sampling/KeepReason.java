package io.tracingstarter.sampling;

/**
 * Why a trace is kept though the sampler did not choose it.
 */
public enum KeepReason {

	/**
	 * A span of it failed.
	 */
	ERROR("error"),

	/**
	 * The request took longer than the limit.
	 */
	SLOW("slow"),

	/**
	 * The application asked for it, or a request with the debug header.
	 */
	REQUESTED("requested");

	private final String tag;

	KeepReason(String tag) {
		this.tag = tag;
	}

	/**
	 * How spans and meters name it.
	 * @return a word in lower case
	 */
	public String tag() {
		return this.tag;
	}

}
