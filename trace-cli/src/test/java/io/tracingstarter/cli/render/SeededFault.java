package io.tracingstarter.cli.render;

import io.tracingstarter.cli.source.Limits;
import picocli.CommandLine;

/**
 * Breaks the rules of {@code ArchitectureTests}, which have to notice it.
 */
final class SeededFault {

	private final Limits limits = Limits.DEFAULTS;

	private final CommandLine line = new CommandLine(this);

	@Override
	public String toString() {
		return this.limits + " " + this.line;
	}

}
