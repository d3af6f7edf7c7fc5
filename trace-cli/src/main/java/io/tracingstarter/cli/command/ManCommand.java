package io.tracingstarter.cli.command;

import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code trace-request man}: the manual page.
 */
@Command(name = "man", mixinStandardHelpOptions = true,
		description = { "Prints the manual page. To read it:", "  bin/trace-request man | man -l -" })
final class ManCommand implements Callable<Integer> {

	private final Session session;

	@Spec
	private @Nullable CommandSpec spec;

	ManCommand(Session session) {
		this.session = session;
	}

	@Override
	public Integer call() {
		if (this.spec != null) {
			this.session.out().print(new ManPage(this.spec.root()).roff());
		}
		return ExitCode.FOUND;
	}

}
