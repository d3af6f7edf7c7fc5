package io.tracingstarter.cli.config;

/**
 * The configuration says something that cannot be done. Its message names the place and
 * the fix.
 */
public class ConfigurationException extends RuntimeException {

	public ConfigurationException(String message) {
		super(message);
	}

}
