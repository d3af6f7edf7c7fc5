package io.tracingstarter.correlation;

/**
 * Why an incoming correlation id was refused.
 */
public enum CorrelationIdRejection {

	/**
	 * The header is there and holds nothing.
	 */
	EMPTY("empty", "it is empty"),

	/**
	 * The value has more than {@link CorrelationId#MAX_LENGTH} characters.
	 */
	TOO_LONG("too-long", "it has more than " + CorrelationId.MAX_LENGTH + " characters"),

	/**
	 * The value has a character that an id must not have.
	 */
	INVALID_CHARACTER("invalid-character", "it has a character other than A-Z a-z 0-9 . _ : / + = @ -"),

	/**
	 * The header came more than once, so that nobody can say which value is meant.
	 */
	REPEATED("repeated", "the header is repeated");

	private final String tag;

	private final String description;

	CorrelationIdRejection(String tag, String description) {
		this.tag = tag;
		this.description = description;
	}

	/**
	 * Value of the {@code reason} tag of the counter of refused ids.
	 * @return the tag value
	 */
	public String tag() {
		return this.tag;
	}

	/**
	 * The reason in words, for a log line or an exception. Never holds the value.
	 * @return half a sentence
	 */
	public String description() {
		return this.description;
	}

}
