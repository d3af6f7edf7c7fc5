package io.tracingstarter.cli.command;

import java.util.concurrent.Callable;

import picocli.CommandLine.Model.CommandSpec;

/**
 * {@code trace-request man}: the manual page.
 */
final class ManCommand implements Callable<Integer> {

	private final Session session;

	private final CommandSpec spec;

	ManCommand(Session session) {
		this.session = session;
		this.spec = Flags.command(this, "man", "Prints the manual page. To read it:",
				"  bin/trace-request man | man -l -");
	}

	CommandSpec spec() {
		return this.spec;
	}

	@Override
	public Integer call() {
		this.session.out().print(new ManPage(this.spec.root()).roff());
		return ExitCode.FOUND;
	}

}
