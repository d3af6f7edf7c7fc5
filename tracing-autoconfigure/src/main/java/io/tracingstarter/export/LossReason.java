package io.tracingstarter.export;

/**
 * Why a finished span did not reach its backend. Of a batch that was tried several times,
 * the reason is why the last try failed.
 */
public enum LossReason {

	/**
	 * The queue was full when the span ended, or, where the oldest has to go, when a
	 * later one ended.
	 */
	QUEUE_FULL("queue full", false),

	/**
	 * The exporter was shut down, or its limit for the last flush had passed.
	 */
	SHUT_DOWN("shut down", false),

	/**
	 * The backend refused the span, and would refuse it again.
	 */
	REJECTED("rejected", false),

	/**
	 * The backend answered that it cannot take it now, until it was given up.
	 */
	OVERLOADED("overloaded", true),

	/**
	 * The backend could not be reached, or did not answer as one does, until it was given
	 * up.
	 */
	UNREACHABLE("unreachable", true),

	/**
	 * The backend did not answer in time, until it was given up.
	 */
	TIMED_OUT("timed out", true),

	/**
	 * The exporter itself failed.
	 */
	FAILED("failed", false);

	private final String text;

	private final boolean temporary;

	LossReason(String text, boolean temporary) {
		this.text = text;
		this.temporary = temporary;
	}

	/**
	 * Whether the same export may succeed later.
	 * @return {@code true} where it is tried again
	 */
	public boolean isTemporary() {
		return this.temporary;
	}

	@Override
	public String toString() {
		return this.text;
	}

}
