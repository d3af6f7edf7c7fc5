package io.tracingstarter.cli.command;

import java.nio.file.Path;

import io.tracingstarter.cli.model.LogLevel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The flags that say what to show, and how.
 */
final class OutputOptions {

	@Option(names = "--service", paramLabel = "NAME", order = 30, description = "Show only what this service did.")
	@Nullable String service;

	@Option(names = "--level", paramLabel = "LEVEL", order = 31,
			description = "Show only log lines of this level and above: TRACE, DEBUG, INFO, WARN, ERROR.")
	@Nullable LogLevel level;

	@Option(names = "--json", order = 32, description = "Print JSON (docs/operations/trace-request-json.md).")
	boolean json;

	@Option(names = "--html", paramLabel = "FILE", order = 33, description = "Also write one self-contained page.")
	@Nullable Path html;

	@Option(names = "--open", order = 34, description = "Open that page in the browser.")
	boolean open;

	@Option(names = "--width", paramLabel = "COLUMNS", order = 35,
			description = "How wide to print. Default: as wide as the terminal.")
	int width;

	@Option(names = "--no-color", order = 36, description = "No colours; NO_COLOR in the environment says the same.")
	boolean noColor;

	@Option(names = "--show-secrets", order = 37, description = "Do not mask passwords, tokens and the like.")
	boolean showSecrets;

	@Option(names = "--verbose", order = 38, description = "Show every log line, attribute and stack trace.")
	boolean verbose;

	int width(Terminal terminal) {
		return (this.width > 0) ? Math.max(Terminal.MIN_COLUMNS, Math.min(Terminal.MAX_COLUMNS, this.width))
				: terminal.columns();
	}

	boolean colour(Terminal terminal) {
		return terminal.colour() && !this.noColor;
	}

}
