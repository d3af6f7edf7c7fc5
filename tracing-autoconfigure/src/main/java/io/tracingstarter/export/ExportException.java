package io.tracingstarter.export;

/**
 * An export that failed, with the reason in words for the person on call.
 * <p>
 * An exporter fails its result with it. Any other exception works too; this one says how
 * many spans were lost where a part of the batch had been delivered.
 */
public final class ExportException extends Exception {

	private final int lostSpans;

	/**
	 * Creates the exception.
	 * @param reason what happened, for example {@code HTTP 503 Service Unavailable};
	 * never a secret
	 * @param lostSpans spans of the batch that were not delivered, 1 or more
	 */
	public ExportException(String reason, int lostSpans) {
		super(reason);
		this.lostSpans = lostSpans;
	}

	public int getLostSpans() {
		return this.lostSpans;
	}

}
