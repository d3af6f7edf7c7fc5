package io.tracingstarter.cli.command;

import java.util.concurrent.Callable;

import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;

/**
 * {@code trace-request completion}: the script that completes this command in a shell.
 */
final class CompletionCommand implements Callable<Integer> {

	private final Session session;

	private final CommandSpec spec;

	CompletionCommand(Session session) {
		this.session = session;
		this.spec = Flags.command(this, "completion", "Prints the completion for bash and zsh. To use it:",
				"  source <(bin/trace-request completion)");
	}

	CommandSpec spec() {
		return this.spec;
	}

	@Override
	public Integer call() {
		this.session.out().print(AutoComplete.bash("trace-request", this.spec.root().commandLine()));
		return ExitCode.FOUND;
	}

}
