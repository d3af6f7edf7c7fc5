package io.tracingstarter.web;

import org.jspecify.annotations.Nullable;

/**
 * What became of a request.
 *
 * @param status HTTP status of the response
 * @param error what was thrown, handled or not; {@code null} for nothing
 * @param aborted whether the client went away before it had the response
 * @param pending whether the response is still to come, though the server says that the
 * request is over: an asynchronous request that timed out gets its answer after that
 */
public record ServerOutcome(int status, @Nullable Throwable error, boolean aborted, boolean pending) {

	private static final int FIRST_FAILURE = 400;

	private static final int FIRST_SERVER_FAILURE = 500;

	/**
	 * Whether the server failed. A 4xx is the caller's failure, and so is one that went
	 * away, as
	 * <a href="https://opentelemetry.io/docs/specs/semconv/http/http-spans/#status">the
	 * conventions</a> say; an exception after a 2xx was sent has broken the body.
	 * @return whether the server span is an error
	 */
	public boolean isServerFailure() {
		return this.status >= FIRST_SERVER_FAILURE
				|| (this.status < FIRST_FAILURE && this.error != null && !this.aborted);
	}

}
