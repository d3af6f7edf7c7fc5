package io.tracingstarter.cli.source.file;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.source.Limits;
import io.tracingstarter.cli.source.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class FileFollowerTests {

	@TempDir
	private Path directory;

	private final BlockingQueue<String> found = new LinkedBlockingQueue<>();

	@Test
	void shouldGiveNewLinesOnceWhenFileIsWrittenRotatedAndTruncated() throws Exception {
		Path file = this.directory.resolve("app.json");
		Files.writeString(file, line("old"));
		try (FileFollower follower = new FileSource("f", List.of(this.directory + "/app*")).follower()) {
			Thread thread = new Thread(() -> follow(follower));
			thread.start();
			append(file, line("one") + line("half").substring(0, 20));
			assertThat(next()).isEqualTo("one");
			append(file, line("half").substring(20));
			assertThat(next()).isEqualTo("half");
			Files.move(file, this.directory.resolve("app.json.1"));
			append(this.directory.resolve("app.json.1"), line("late"));
			Files.writeString(file, line("two"));
			assertThat(List.of(next(), next())).containsExactlyInAnyOrder("late", "two");
			Files.writeString(file, "");
			assertThat(this.found.poll(1500, TimeUnit.MILLISECONDS)).isNull();
			append(file, line("three"));
			assertThat(next()).isEqualTo("three");
			Files.writeString(this.directory.resolve("app-new.json"), line("four"));
			assertThat(next()).isEqualTo("four");
			thread.interrupt();
			thread.join(10_000);
			assertThat(thread.isAlive()).isFalse();
			assertThat(this.found).isEmpty();
		}
	}

	@Test
	void shouldAnswerSeveralQuestionsWhenInputIsReadOnce() throws Exception {
		byte[] input = (line("a") + line("b").replace("order-1", "order-2")).getBytes(StandardCharsets.UTF_8);
		try (StdinSource source = new StdinSource(new ByteArrayInputStream(input))) {
			assertThat(source.find(new Question(Set.of("order-1"), null, Limits.DEFAULTS)).lines()).singleElement()
				.satisfies((line) -> assertThat(line.origin()).isEqualTo("stdin:1"));
			assertThat(source.find(new Question(Set.of("order-1", "order-2"), null, Limits.DEFAULTS)).lines())
				.hasSize(2);
		}
	}

	private void follow(FileFollower follower) {
		try {
			follower.follow(() -> Set.of("order-1"), Limits.DEFAULTS,
					(answer) -> answer.lines().stream().map(LogLine::message).forEach(this.found::add));
		}
		catch (InterruptedException ex) {
			// the end
		}
	}

	private String next() throws InterruptedException {
		return String.valueOf(this.found.poll(20, TimeUnit.SECONDS));
	}

	private static void append(Path file, String text) throws Exception {
		Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
	}

	private static String line(String message) {
		return "{\"message\":\"" + message + "\",\"correlationId\":\"order-1\"}\n";
	}

}
