package io.tracingstarter.cli.source.aws;

import io.tracingstarter.cli.source.Answer;
import io.tracingstarter.cli.source.SourceException;

/**
 * AWS could not be asked, or refused to answer.
 */
public final class AwsException extends SourceException {

	private final Kind kind;

	/**
	 * @param kind what went wrong
	 * @param reason what happened, for a reader, without secrets
	 * @param action what to do about it
	 */
	public AwsException(Kind kind, String reason, String action) {
		super(reason, action);
		this.kind = kind;
	}

	public Kind kind() {
		return this.kind;
	}

	/**
	 * Returns the same failure with what was found before.
	 */
	public SourceException after(Answer partial) {
		SourceException exception = new SourceException(reason(), action(), partial);
		exception.initCause(this);
		return exception;
	}

	public String reason() {
		return String.valueOf(getMessage());
	}

	/**
	 * What went wrong.
	 */
	public enum Kind {

		/** No credentials, no region, or a profile that does not exist. */
		NOT_CONFIGURED,

		/** The credentials have expired or are not valid. */
		CREDENTIALS,

		/** A permission is missing. */
		DENIED,

		/** What was asked for does not exist. */
		NOT_FOUND,

		/** Too many requests, also after several attempts. */
		THROTTLED,

		/** AWS does not accept the request. */
		INVALID,

		/** There is no connection to the endpoint. */
		UNREACHABLE,

		/** The time was up. */
		TIMEOUT,

		/** Something else. */
		FAILED

	}

}
