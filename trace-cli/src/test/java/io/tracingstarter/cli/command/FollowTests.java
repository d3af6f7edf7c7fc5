package io.tracingstarter.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code --follow}, in a process of its own that Ctrl-C ends.
 */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class FollowTests {

	private static final String STORY = "Request order-4711";

	@TempDir
	private Path folder;

	private Process process;

	private final StringBuilder printed = new StringBuilder();

	@AfterEach
	void end() {
		if (this.process != null) {
			this.process.destroyForcibly();
		}
	}

	@Test
	void shouldPrintOnlyWhatIsNewAndTheStoryInTheEndWhenFollowing() throws Exception {
		log("INFO", "first", 1);
		follow();
		readUntil("first");
		log("WARN", "second", 2);
		readUntil("second");
		log("ERROR", "third", 3);
		span();
		readUntil("get /late");
		assertThat(this.printed.toString()).doesNotContain(STORY);
		assertThat(this.printed.toString().split("first", -1)).as("printed once").hasSize(2);
		interrupt();
		readUntil("Searched");
		assertThat(this.process.waitFor(20, TimeUnit.SECONDS)).isTrue();
		assertThat(this.process.exitValue()).isZero();
		String story = this.printed.substring(this.printed.indexOf(STORY));
		assertThat(story).contains("first", "second", "third", "get /late");
		assertThat(errors()).doesNotContain("Exception").contains("Ctrl-C");
	}

	@Test
	void shouldPrintOneJsonStoryInTheEndWhenFollowingAsJson() throws Exception {
		log("INFO", "first", 1);
		follow("--json");
		readErrorsUntil("Ctrl-C");
		interrupt();
		assertThat(this.process.waitFor(20, TimeUnit.SECONDS)).isTrue();
		String json = new String(this.process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(this.process.exitValue()).isZero();
		assertThat(JsonMapper.shared().readTree(json).path("schema").asString()).isEqualTo("trace-request/1");
	}

	private void follow(String... more) throws IOException {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
				"-cp", System.getProperty("java.class.path"), "-Xshare:auto", Main.class.getName(), "order-4711",
				"--follow", "--since", "2026-11-20", "--until", "2026-11-21", "--file", this.folder + "/*.json"));
		command.addAll(List.of(more));
		this.process = new ProcessBuilder(command).start();
	}

	// the JVM treats it as Ctrl-C, which a build in the background of a shell does not
	// hear
	private void interrupt() throws Exception {
		assertThat(new ProcessBuilder("kill", "-TERM", Long.toString(this.process.pid())).start().waitFor()).isZero();
	}

	private void readUntil(String text) throws IOException {
		InputStream out = this.process.getInputStream();
		while (this.printed.indexOf(text) < 0) {
			int letter = out.read();
			assertThat(letter).as("ended with %s %s", this.printed, (letter < 0) ? errors() : "").isNotNegative();
			this.printed.append((char) letter);
		}
	}

	private void readErrorsUntil(String text) throws IOException {
		StringBuilder errors = new StringBuilder();
		while (errors.indexOf(text) < 0) {
			errors.append((char) this.process.getErrorStream().read());
		}
	}

	private String errors() throws IOException {
		return new String(this.process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
	}

	private void log(String level, String message, int second) throws IOException {
		append("""
				{"@timestamp":"2026-11-20T20:40:0%d.000Z","level":"%s","message":"%s","service":"web","correlationId":"order-4711"}
				"""
			.formatted(second, level, message));
	}

	private void span() throws IOException {
		append("""
				{"@timestamp":"2026-11-20T20:40:05.000Z","level":"INFO","message":"m","service":"web","traceId":"4bf92f3577b34da6a3ce929d0e0e4736","spanId":"00f067aa0ba902b7","correlationId":"order-4711","span":{"name":"get /late","kind":"SERVER","startEpochNanos":"1795207204000000000","durationNanos":30000000,"status":"OK"}}
				""");
	}

	private void append(String line) throws IOException {
		Files.writeString(this.folder.resolve("shop.json"), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
	}

}
