package io.tracingstarter.export;

import java.time.Duration;

/**
 * An export that the backend did not accept, with the reason in words for the person on
 * call.
 * <p>
 * An exporter fails its result with it, or with an exception that it is the cause of.
 * Others work too: an {@link java.io.IOException} is tried again, anything else is not.
 */
public final class ExportException extends Exception {

	private final LossReason lossReason;

	private final Duration retryAfter;

	private ExportException(String reason, LossReason lossReason, Duration retryAfter) {
		super(reason);
		this.lossReason = lossReason;
		this.retryAfter = retryAfter;
	}

	/**
	 * The backend refused the batch, and would do so again.
	 * @param reason what happened, for example {@code HTTP 400 Bad Request}; never a
	 * secret
	 * @return the exception
	 */
	public static ExportException rejected(String reason) {
		return new ExportException(reason, LossReason.REJECTED, Duration.ZERO);
	}

	/**
	 * The backend cannot take the batch now.
	 * @param reason what happened, for example {@code HTTP 503 Service Unavailable};
	 * never a secret
	 * @param retryAfter how long it asks to wait; zero where it does not say
	 * @return the exception
	 */
	public static ExportException overloaded(String reason, Duration retryAfter) {
		return new ExportException(reason, LossReason.OVERLOADED, retryAfter);
	}

	/**
	 * What answered is not the backend, or did not finish.
	 * @param reason what happened; never a secret
	 * @return the exception
	 */
	public static ExportException unreachable(String reason) {
		return new ExportException(reason, LossReason.UNREACHABLE, Duration.ZERO);
	}

	public LossReason getLossReason() {
		return this.lossReason;
	}

	public Duration getRetryAfter() {
		return this.retryAfter;
	}

}
