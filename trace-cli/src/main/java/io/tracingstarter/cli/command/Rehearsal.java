package io.tracingstarter.cli.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * Searches what it wrote itself, in the ways that are most frequent, so that an archive
 * of the classes that were loaded holds all that the next start needs.
 */
final class Rehearsal {

	private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final String LINES = """
			{"@timestamp":"2026-01-01T00:00:00.000Z","level":"INFO","message":"m","service":"a","traceId":"%1$s","spanId":"00f067aa0ba902b7","correlationId":"c","thread":"t","logger":"l"}
			{"@timestamp":"2026-01-01T00:00:00.010Z","level":"ERROR","message":"m","service":"a","traceId":"%1$s","spanId":"00f067aa0ba902b7","correlationId":"c","stack_trace":"a.E: m\\n\\tat a.B.c(B.java:1)"}
			{"@timestamp":"2026-01-01T00:00:00.020Z","level":"INFO","message":"m","service":"a","traceId":"%1$s","spanId":"00f067aa0ba902b8","correlationId":"c","span":{"name":"n","kind":"CLIENT","parentSpanId":"00f067aa0ba902b7","startEpochNanos":"1767225600000000000","durationNanos":20000000,"status":"ERROR","attributes":{"db.system":"d"}}}
			{"@timestamp":"2026-01-01T00:00:00.030Z","level":"INFO","message":"m","service":"a","traceId":"%1$s","spanId":"00f067aa0ba902b7","correlationId":"c","span":{"name":"n","kind":"SERVER","startEpochNanos":"1767225600000000000","durationNanos":30000000,"status":"ERROR","attributes":{"http.response.status_code":"500"}}}
			"""
		.formatted(ID);

	private Rehearsal() {
	}

	public static void main(String[] args) throws IOException {
		Path folder = Files.createTempDirectory("trace-request-");
		Path log = folder.resolve("a.json");
		Path page = folder.resolve("a.html");
		try {
			Files.writeString(log, LINES);
			run(folder, ID, "--json", "--html", page.toString());
			run(folder, "c");
			run(folder, "recent");
			run(folder, "map");
		}
		finally {
			Files.deleteIfExists(log);
			Files.deleteIfExists(page);
			Files.deleteIfExists(folder);
		}
	}

	private static void run(Path folder, String... what) {
		PrintWriter nowhere = new PrintWriter(
				new OutputStreamWriter(OutputStream.nullOutputStream(), StandardCharsets.UTF_8));
		Session session = new Session(folder, Map.of(), Clock.systemDefaultZone(), new Terminal(true, true, 120, true),
				nowhere, nowhere);
		String[] args = new String[what.length + 6];
		System.arraycopy(what, 0, args, 0, what.length);
		String[] where = { "--file", folder + "/*.json", "--since", "2025-12-31", "--until", "2026-01-02" };
		System.arraycopy(where, 0, args, what.length, where.length);
		Main.run(session, args);
	}

}
