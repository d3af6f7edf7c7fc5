package io.tracingstarter.export;

/**
 * Why a finished span did not reach its backend.
 */
public enum LossReason {

	/**
	 * The queue was full when the span ended.
	 */
	QUEUE_FULL("queue full"),

	/**
	 * The exporter was shut down, or its limit for the last flush had passed.
	 */
	SHUT_DOWN("shut down"),

	/**
	 * The backend refused the batch, or could not be reached.
	 */
	EXPORT_FAILED("export failed"),

	/**
	 * The export did not end in time.
	 */
	TIMED_OUT("timed out");

	private final String text;

	LossReason(String text) {
		this.text = text;
	}

	@Override
	public String toString() {
		return this.text;
	}

}
