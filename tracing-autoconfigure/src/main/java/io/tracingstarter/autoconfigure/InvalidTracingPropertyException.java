package io.tracingstarter.autoconfigure;

import org.jspecify.annotations.Nullable;

/**
 * A property whose value cannot work. Stops the start-up, and is shown as property, value
 * and fix.
 */
public class InvalidTracingPropertyException extends RuntimeException {

	private final String property;

	private final @Nullable String value;

	private final String action;

	/**
	 * Creates the exception.
	 * @param property full name of the property, as the user writes it in YAML
	 * @param value the wrong value with its secrets masked; {@code null} where it is
	 * missing
	 * @param reason one sentence that says what is wrong
	 * @param action one sentence that says what to write instead
	 */
	public InvalidTracingPropertyException(String property, @Nullable String value, String reason, String action) {
		super("Property '" + property + "': " + reason);
		this.property = property;
		this.value = value;
		this.action = action;
	}

	public String getProperty() {
		return this.property;
	}

	public @Nullable String getValue() {
		return this.value;
	}

	public String getAction() {
		return this.action;
	}

}
