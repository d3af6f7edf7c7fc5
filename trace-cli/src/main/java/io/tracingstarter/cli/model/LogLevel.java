package io.tracingstarter.cli.model;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * How serious a log line is, in rising order; {@link #UNKNOWN} where it does not say.
 */
public enum LogLevel {

	UNKNOWN, TRACE, DEBUG, INFO, WARN, ERROR, FATAL;

	/**
	 * Returns the level of a name as the common logging systems spell them, in any case.
	 */
	public static LogLevel of(@Nullable String name) {
		if (name == null) {
			return UNKNOWN;
		}
		return switch (name.toUpperCase(Locale.ROOT)) {
			case "TRACE", "FINEST", "FINER", "VERBOSE" -> TRACE;
			case "DEBUG", "FINE", "CONFIG" -> DEBUG;
			case "INFO", "INFORMATION", "INFORMATIONAL", "NOTICE" -> INFO;
			case "WARN", "WARNING" -> WARN;
			case "ERROR", "ERR", "SEVERE" -> ERROR;
			case "FATAL", "CRITICAL", "CRIT", "ALERT", "EMERGENCY", "EMERG", "PANIC" -> FATAL;
			default -> UNKNOWN;
		};
	}

}
