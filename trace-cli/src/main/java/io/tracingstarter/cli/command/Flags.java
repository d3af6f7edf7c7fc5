package io.tracingstarter.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Flags of a command under one heading of its help. Made by hand: reading annotations
 * takes as long as searching half a gigabyte.
 */
final class Flags {

	private static final int LAST = 1000;

	private final String heading;

	private final int place;

	private final List<OptionSpec> options = new ArrayList<>();

	/**
	 * Creates a group without flags.
	 * @param heading what the help says above them
	 * @param order their place among the headings
	 */
	Flags(String heading, int order) {
		this.heading = heading;
		this.place = order;
	}

	/** Adds a flag that takes a text. */
	Flags text(String name, String label, String description) {
		return add(named(name, description).paramLabel(label).type(String.class));
	}

	/** Adds a flag that takes a text each time it is given. */
	Flags texts(OptionSpec.Builder flag, String label) {
		return add(flag.paramLabel(label).type(List.class).auxiliaryTypes(String.class).arity("1"));
	}

	/** Adds a flag that takes the path of a file. */
	Flags file(String name, String description) {
		return add(named(name, description).paramLabel("FILE").type(Path.class));
	}

	/** Adds a flag that is given or not. */
	Flags flag(String name, String description) {
		return add(named(name, description).type(boolean.class).arity("0"));
	}

	Flags add(OptionSpec.Builder flag) {
		this.options.add(flag.order(this.place * 20 + this.options.size()).build());
		return this;
	}

	/**
	 * Adds the flags to a command.
	 * @param headed whether its help will be read: without the heading parsing takes half
	 * the time
	 */
	void addTo(CommandSpec command, boolean headed) {
		if (!headed) {
			this.options.forEach(command::addOption);
			return;
		}
		ArgGroupSpec.Builder group = ArgGroupSpec.builder()
			.validate(false)
			.heading("%n" + this.heading + ":%n")
			.order(this.place);
		this.options.forEach(group::addArg);
		command.addArgGroup(group.build());
	}

	void addTo(CommandSpec command) {
		addTo(command, true);
	}

	static OptionSpec.Builder named(String name, String description) {
		return OptionSpec.builder(name).description(description);
	}

	/**
	 * Returns the flag that says how long a source may take.
	 * @param time where it is not given
	 */
	static OptionSpec timeout(String time) {
		return named("--timeout", "How long each source may take. Default: ${DEFAULT-VALUE}.").paramLabel("TIME")
			.type(String.class)
			.defaultValue(time)
			.build();
	}

	/**
	 * Returns what was typed, or the default.
	 */
	static <T> T value(ParseResult typed, String name) {
		return typed.commandSpec().findOption(name).getValue();
	}

	/**
	 * Makes a command with the flags that each has.
	 * @param command what runs
	 * @param name how it is called
	 * @param description what it does
	 */
	static CommandSpec command(Object command, String name, String... description) {
		CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(name);
		spec.usageMessage().description(description).sortOptions(false);
		spec.addOption(OptionSpec.builder("-h", "--help")
			.usageHelp(true)
			.order(LAST)
			.description("Show this help message and exit.")
			.build());
		spec.addOption(OptionSpec.builder("-V", "--version")
			.versionHelp(true)
			.order(LAST)
			.description("Print version information and exit.")
			.build());
		return spec.versionProvider(new Version());
	}

}
