package io.tracingstarter.cli.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * One run of the command, in this JVM.
 *
 * @param code the exit code
 * @param out what it printed to standard output
 * @param err what it printed to standard error
 */
record Run(int code, String out, String err) {

	static final Instant NOW = Instant.parse("2026-11-20T21:00:00Z");

	static Run of(Path folder, String... args) {
		return of(folder, Map.of(), args);
	}

	static Run of(Path folder, Map<String, String> environment, String... args) {
		StringWriter out = new StringWriter();
		StringWriter err = new StringWriter();
		Session session = new Session(folder, environment, Clock.fixed(NOW, ZoneOffset.UTC),
				new Terminal(false, false, 100, false), new PrintWriter(out), new PrintWriter(err));
		int code = Main.run(session, args);
		session.out().flush();
		session.err().flush();
		return new Run(code, out.toString(), err.toString());
	}

}
