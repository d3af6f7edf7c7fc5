package io.tracingstarter.cli.config;

/**
 * A source needs an environment variable that is not set: it alone cannot be asked.
 */
final class MissingVariableException extends ConfigurationException {

	private final String reason;

	private final String action;

	/**
	 * @param reason what is missing, and where
	 * @param action what to do about it
	 */
	MissingVariableException(String reason, String action) {
		super(reason + " " + action);
		this.reason = reason;
		this.action = action;
	}

	String reason() {
		return this.reason;
	}

	String action() {
		return this.action;
	}

}
