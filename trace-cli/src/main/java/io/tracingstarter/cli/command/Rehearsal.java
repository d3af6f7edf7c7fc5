package io.tracingstarter.cli.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.tracingstarter.cli.config.ConfigurationFile;

/**
 * Searches what it wrote itself, in the ways that are most frequent, so that an archive
 * of the classes that were loaded holds all that the next start needs.
 */
final class Rehearsal {

	private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final String UNSAMPLED_ID = "5bf92f3577b34da6a3ce929d0e0e4736";

	private static final String LINES = """
			{"@timestamp":"2026-01-01T00:00:00.000Z","level":"INFO","message":"m","service":"a","traceId":"%1$s","spanId":"00f067aa0ba902b7","correlationId":"c","thread":"t","logger":"l","n":1}
			{"@timestamp":"2026-01-01T00:00:00.010Z","level":"ERROR","message":"m","service":"a","traceId":"%1$s","spanId":"00f067aa0ba902b7","correlationId":"c","stack_trace":"a.E: m\\n\\tat a.B.c(B.java:1)"}
			{"@timestamp":"2026-01-01T00:00:00.020Z","level":"INFO","message":"m","service":"a","traceId":"%1$s","spanId":"00f067aa0ba902b8","correlationId":"c","span":{"name":"n","kind":"CLIENT","parentSpanId":"00f067aa0ba902b7","startEpochNanos":"1767225600000000000","durationNanos":20000000,"status":"ERROR","attributes":{"db.system":"d"}}}
			{"@timestamp":"2026-01-01T00:00:00.030Z","level":"INFO","message":"m","service":"a","traceId":"%1$s","spanId":"00f067aa0ba902b7","correlationId":"c","span":{"name":"n","kind":"SERVER","startEpochNanos":"1767225600000000000","durationNanos":30000000,"status":"ERROR","attributes":{"http.response.status_code":"500"}}}
			{"@timestamp":"2026-01-01T00:00:00.000Z","level":"INFO","message":"m","service":"a","traceId":"%2$s","spanId":"00f067aa0ba902b7"}
			{"@timestamp":"2026-01-01T00:00:00.010Z","level":"ERROR","message":"n","service":"b","traceId":"%2$s","spanId":"00f067aa0ba902b8"}
			2026-01-01 00:00:00.020 ERROR [b] %2$s
			"""
		.formatted(ID, UNSAMPLED_ID);

	private static final int HEAD_BYTES = 16 * 1024;

	/** Larger than what is searched at a time. */
	private static final int FILE_BYTES = 20 << 20;

	private Rehearsal() {
	}

	public static void main(String[] args) throws IOException {
		Path folder = Files.createTempDirectory("trace-request-");
		Path log = folder.resolve("a.json");
		Path page = folder.resolve("a.html");
		Path configuration = folder.resolve(ConfigurationFile.NAME);
		try {
			write(log);
			Files.writeString(configuration, "since: 1h\nsources:\n  logs:\n    type: files\n    paths: ['*.json']\n");
			run(folder, UNSAMPLED_ID, "--json");
			run(folder, ID, "--json", "--html", page.toString());
			run(folder, "c");
			run(folder, "recent");
			run(folder, "map");
			search(folder, UNSAMPLED_ID);
		}
		finally {
			Files.deleteIfExists(log);
			Files.deleteIfExists(page);
			Files.deleteIfExists(configuration);
			Files.deleteIfExists(folder);
		}
	}

	private static void write(Path log) throws IOException {
		try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
			byte[] lines = LINES.getBytes(StandardCharsets.UTF_8);
			// nothing at the beginning may look like a binary file
			while (file.length() < HEAD_BYTES) {
				file.write(lines);
			}
			// the end says when it was written, too; between is nothing, which takes no
			// room
			file.seek(FILE_BYTES);
			file.write('\n');
			file.write(lines);
		}
	}

	private static void run(Path folder, String... what) {
		List<String> args = new ArrayList<>(List.of(what));
		args.addAll(List.of("--file", folder + "/*.json", "--since", "2025-12-31", "--until", "2026-01-02"));
		search(folder, args.toArray(String[]::new));
	}

	private static void search(Path folder, String... args) {
		PrintWriter nowhere = new PrintWriter(
				new OutputStreamWriter(OutputStream.nullOutputStream(), StandardCharsets.UTF_8));
		Main.run(new Session(folder, System.getenv(), new LocalClock(), new Terminal(true, true, 120, true), nowhere,
				nowhere), args);
	}

}
