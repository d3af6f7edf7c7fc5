package io.tracingstarter.cli.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The manual page of a command, made of what its help says, in the language of man(7).
 */
final class ManPage {

	private final CommandSpec command;

	private final StringBuilder page = new StringBuilder();

	ManPage(CommandSpec command) {
		this.command = command;
	}

	String roff() {
		String name = this.command.name();
		line(".TH " + name.toUpperCase(Locale.ROOT) + " 1");
		section("NAME");
		text(name + " - tells the whole story of one request");
		section("SYNOPSIS");
		line(".nf");
		for (String synopsis : this.command.usageMessage().customSynopsis()) {
			text(synopsis.strip());
		}
		line(".fi");
		section("DESCRIPTION");
		texts(this.command.usageMessage().description());
		section("OPTIONS");
		options(this.command);
		for (Map.Entry<String, CommandLine> verb : this.command.subcommands().entrySet()) {
			section(name.toUpperCase(Locale.ROOT) + " " + verb.getKey().toUpperCase(Locale.ROOT));
			CommandSpec spec = verb.getValue().getCommandSpec();
			texts(spec.usageMessage().description());
			options(spec);
		}
		section("EXIT STATUS AND EXAMPLES");
		line(".nf");
		texts(this.command.usageMessage().footer());
		line(".fi");
		return this.page.toString();
	}

	private void options(CommandSpec spec) {
		spec.options().stream().filter((option) -> option.group() == null).forEach(this::option);
		for (ArgGroupSpec group : spec.argGroups()) {
			String heading = (group.heading() != null) ? group.heading().replace("%n", "").replace(":", "") : "";
			line(".SS " + escape(heading));
			group.options().forEach(this::option);
		}
	}

	private void option(OptionSpec option) {
		if (option.hidden()) {
			return;
		}
		line(".TP");
		String label = option.arity().max() > 0 ? " " + option.paramLabel() : "";
		line(".B " + escape(String.join(", ", option.names()) + label));
		for (String description : option.description()) {
			text(description.replace("${DEFAULT-VALUE}", String.valueOf(option.defaultValue())));
		}
	}

	private void section(String title) {
		line(".SH " + title);
	}

	private void texts(String[] texts) {
		List.of(texts).forEach(this::text);
	}

	private void text(String text) {
		String escaped = escape(text);
		// a line that begins with one of these would be a request of man(7)
		line((escaped.startsWith(".") || escaped.startsWith("'")) ? "\\&" + escaped : escaped);
	}

	private void line(String line) {
		this.page.append(line).append('\n');
	}

	private static String escape(String text) {
		return text.replace("\\", "\\e").replace("-", "\\-");
	}

}
