package io.tracingstarter.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * Where a command runs: what it may read, and where it prints.
 *
 * @param folder what relative paths start from
 * @param environment the environment variables
 * @param clock tells now and the time zone
 * @param terminal what is known of the terminal
 * @param out standard output
 * @param err standard error
 */
record Session(Path folder, Map<String, String> environment, Clock clock, Terminal terminal, PrintWriter out,
		PrintWriter err) {

}
