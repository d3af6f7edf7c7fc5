package io.tracingstarter.cli.source;

/**
 * A source could not answer, or only a part.
 */
public class SourceException extends Exception {

	private final String action;

	private final transient Answer partial;

	/**
	 * @param reason what happened, for a reader, without secrets
	 * @param action what to do about it
	 */
	public SourceException(String reason, String action) {
		this(reason, action, Answer.NOTHING);
	}

	/**
	 * @param reason what happened, for a reader, without secrets
	 * @param action what to do about it
	 * @param partial what was found before
	 */
	public SourceException(String reason, String action, Answer partial) {
		super(reason);
		this.action = action;
		this.partial = partial;
	}

	public String action() {
		return this.action;
	}

	public Answer partial() {
		return this.partial;
	}

}
