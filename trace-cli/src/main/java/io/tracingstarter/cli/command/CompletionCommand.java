package io.tracingstarter.cli.command;

import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code trace-request completion}: the script that completes this command in a shell.
 */
@Command(name = "completion", mixinStandardHelpOptions = true, description = {
		"Prints the completion for bash and zsh. To use it:", "  source <(bin/trace-request completion)" })
final class CompletionCommand implements Callable<Integer> {

	private final Session session;

	@Spec
	private @Nullable CommandSpec spec;

	CompletionCommand(Session session) {
		this.session = session;
	}

	@Override
	public Integer call() {
		if (this.spec != null) {
			this.session.out().print(AutoComplete.bash("trace-request", this.spec.root().commandLine()));
		}
		return ExitCode.FOUND;
	}

}
