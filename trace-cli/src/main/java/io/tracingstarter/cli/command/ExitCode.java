package io.tracingstarter.cli.command;

import java.util.List;

import io.tracingstarter.cli.model.Search;

/**
 * What a script learns from the command. A contract: never change a number.
 */
final class ExitCode {

	static final int FOUND = 0;

	static final int NOTHING_FOUND = 1;

	static final int USAGE = 2;

	static final int FOUND_IN_PART = 3;

	static final int ALL_SOURCES_FAILED = 4;

	/** What shells say of a command that Ctrl-C ended. */
	static final int INTERRUPTED = 130;

	private ExitCode() {
	}

	static int of(boolean found, List<Search> searches) {
		long failed = searches.stream().filter((search) -> search.problem() != null).count();
		if (found) {
			return (failed > 0) ? FOUND_IN_PART : FOUND;
		}
		return (failed > 0 && failed == searches.size()) ? ALL_SOURCES_FAILED : NOTHING_FOUND;
	}

}
