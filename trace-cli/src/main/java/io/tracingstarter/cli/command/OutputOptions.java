package io.tracingstarter.cli.command;

import java.nio.file.Path;

import io.tracingstarter.cli.model.LogLevel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/**
 * The flags that say what to show, and how.
 */
final class OutputOptions {

	private final ParseResult typed;

	OutputOptions(ParseResult typed) {
		this.typed = typed;
	}

	/**
	 * Returns those of a story.
	 */
	static Flags ofStory() {
		Flags flags = new Flags("What to show", 3).text("--service", "NAME", "Show only what this service did.")
			.add(Flags.named("--level", "Show only log lines of this level and above: TRACE, DEBUG, INFO, WARN, ERROR.")
				.paramLabel("LEVEL")
				.type(LogLevel.class)
				.converters(OutputOptions::level))
			.file("--html", "Also write one self-contained page.")
			.flag("--open", "Open that page in the browser.")
			.flag("--verbose", "Show every log line, attribute and stack trace.");
		return addOfAll(flags);
	}

	/**
	 * Returns those of what has no page.
	 */
	static Flags ofList() {
		return addOfAll(new Flags("How to show it", 3));
	}

	private static Flags addOfAll(Flags flags) {
		return flags.flag("--json", "Print JSON (docs/operations/trace-request-json.md).")
			.add(Flags.named("--width", "How wide to print. Default: as wide as the terminal.")
				.paramLabel("COLUMNS")
				.type(int.class))
			.flag("--no-color", "No colours; NO_COLOR in the environment says the same.")
			.flag("--show-secrets", "Do not mask passwords, tokens and the like.");
	}

	private static LogLevel level(String name) {
		LogLevel level = LogLevel.of(name);
		if (level == LogLevel.UNKNOWN) {
			throw new TypeConversionException("it must be one of TRACE, DEBUG, INFO, WARN, ERROR, not " + name);
		}
		return level;
	}

	@Nullable String service() {
		return this.typed.matchedOptionValue("--service", (String) null);
	}

	@Nullable LogLevel level() {
		return this.typed.matchedOptionValue("--level", (LogLevel) null);
	}

	boolean json() {
		return this.typed.hasMatchedOption("--json");
	}

	@Nullable Path html() {
		return this.typed.matchedOptionValue("--html", (Path) null);
	}

	boolean open() {
		return this.typed.hasMatchedOption("--open");
	}

	boolean showSecrets() {
		return this.typed.hasMatchedOption("--show-secrets");
	}

	boolean verbose() {
		return this.typed.hasMatchedOption("--verbose");
	}

	int width(Terminal terminal) {
		int width = this.typed.matchedOptionValue("--width", 0);
		return (width > 0) ? Math.max(Terminal.MIN_COLUMNS, Math.min(Terminal.MAX_COLUMNS, width)) : terminal.columns();
	}

	boolean colour(Terminal terminal) {
		return terminal.colour() && !this.typed.hasMatchedOption("--no-color");
	}

}
