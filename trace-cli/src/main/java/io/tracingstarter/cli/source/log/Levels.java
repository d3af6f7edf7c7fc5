package io.tracingstarter.cli.source.log;

import io.tracingstarter.cli.model.LogLevel;
import org.jspecify.annotations.Nullable;

/**
 * The level of a log line, by name or by the numbers of whoever wrote it.
 */
final class Levels {

	private Levels() {
	}

	/**
	 * Takes the level out of a log line.
	 */
	static LogLevel take(JsonTree tree) {
		LogLevel named = named(tree.takeText("log.level", "level_name", "_level_name", "SeverityText", "severityText",
				"severity_text", "severity", "Severity", "levelname", "LogLevel", "logLevel", "loglevel", "lvl", "@l"));
		String level = tree.takeText("level", "Level");
		LogLevel found = (named != LogLevel.UNKNOWN) ? named : named(level);
		if (found != LogLevel.UNKNOWN) {
			tree.takeText("SeverityNumber", "severityNumber", "severity_number", "level_value");
			return found;
		}
		int severity = number(tree.takeText("SeverityNumber", "severityNumber", "severity_number"));
		if (severity > 0) {
			return ofOpenTelemetry(severity);
		}
		int python = number(tree.takeText("levelno", "level_number"));
		if (python > 0) {
			return ofPython(python);
		}
		int value = number(level);
		if (value >= 0) {
			return tree.has("short_message") ? ofSyslog(value) : ofNumber(value);
		}
		// Serilog's compact format leaves the commonest level out
		return (tree.has("@mt") || tree.has("@m")) ? LogLevel.INFO : LogLevel.UNKNOWN;
	}

	private static LogLevel named(@Nullable String name) {
		if (name == null) {
			return LogLevel.UNKNOWN;
		}
		return name.equalsIgnoreCase("dpanic") ? LogLevel.FATAL : LogLevel.of(name.strip());
	}

	private static int number(@Nullable String text) {
		try {
			return (text != null) ? Integer.parseInt(text) : -1;
		}
		catch (NumberFormatException ex) {
			return -1;
		}
	}

	private static LogLevel ofOpenTelemetry(int severity) {
		LogLevel[] levels = LogLevel.values();
		return levels[Math.min((severity - 1) / 4 + 1, levels.length - 1)];
	}

	private static LogLevel ofPython(int level) {
		return (level < 10) ? LogLevel.TRACE : (level < 20) ? LogLevel.DEBUG : (level < 30) ? LogLevel.INFO
				: (level < 40) ? LogLevel.WARN : (level < 50) ? LogLevel.ERROR : LogLevel.FATAL;
	}

	private static LogLevel ofSyslog(int level) {
		return (level <= 2) ? LogLevel.FATAL : (level == 3) ? LogLevel.ERROR
				: (level == 4) ? LogLevel.WARN : (level <= 6) ? LogLevel.INFO : LogLevel.DEBUG;
	}

	// pino and bunyan count 10 to 60, Logback 5000 to 40000, syslog 0 to 7
	private static LogLevel ofNumber(int level) {
		if (level < 8) {
			return ofSyslog(level);
		}
		if (level >= 5000) {
			return (level < 10_000) ? LogLevel.TRACE : (level < 20_000) ? LogLevel.DEBUG
					: (level < 30_000) ? LogLevel.INFO : (level < 40_000) ? LogLevel.WARN : LogLevel.ERROR;
		}
		return (level < 20) ? LogLevel.TRACE : (level < 30) ? LogLevel.DEBUG : (level < 40) ? LogLevel.INFO
				: (level < 50) ? LogLevel.WARN : (level < 60) ? LogLevel.ERROR : LogLevel.FATAL;
	}

}
