package io.tracingstarter.cli.source.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.source.Answer;
import io.tracingstarter.cli.source.Limits;
import io.tracingstarter.cli.source.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files that nobody should write, and that are there all the same.
 */
@Timeout(120)
class HostileFileTests {

	private static final String LINE = "{\"message\":\"good\",\"correlationId\":\"order-1\"}\n";

	@TempDir
	private Path directory;

	@Test
	void shouldNeedLittleMemoryWhenALineHasAGigabyte() throws Exception {
		Path file = file("long.json");
		try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
			out.writeBytes("{\"@timestamp\":\"2026-11-20T18:00:00Z\",\"correlationId\":\"c\",\"message\":\""
					+ "x".repeat(16_384));
			out.seek(500L << 20);
			out.writeBytes(" order-1 ");
			out.seek(1L << 30);
			out.writeBytes("\"}\n" + LINE);
		}
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx64m", "-XX:+ExitOnOutOfMemoryError", "-cp", System.getProperty("java.class.path"),
				Child.class.getName(), file.toString())
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
		assertThat(output.lines()).as(output)
			.containsExactlyInAnyOrder("kept the first 262144 of 1073741826 bytes c", "null order-1");
	}

	@Test
	void shouldFindEachLineOnceWhenFileHasSeveralParts() throws Exception {
		Path file = file("big.json");
		int expected = 0;
		Random random = new Random(1);
		try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
			for (long written = 0; written < (150L << 20);) {
				boolean match = random.nextInt(20) == 0;
				byte[] line = ("{\"message\":\"" + "x".repeat(random.nextInt(20_000)) + "\",\"correlationId\":\""
						+ (match ? "order-1" : "order-2") + "\"}\n")
					.getBytes(StandardCharsets.UTF_8);
				out.write(line);
				written += line.length;
				expected += match ? 1 : 0;
			}
		}
		Answer answer = find("big.json");
		assertThat(answer.lines()).hasSize(expected);
		assertThat(answer.lines()).extracting(LogLine::origin).doesNotHaveDuplicates();
		assertThat(answer.lines()).allMatch(LogLine::structured);
	}

	@Test
	void shouldKeepWhatIsReadableWhenGzipIsTruncated() throws Exception {
		StringBuilder text = new StringBuilder();
		Random random = new Random(1);
		for (int line = 0; line < 10_000; line++) {
			text.append("{\"message\":\"").append(random.nextLong()).append("\",\"correlationId\":\"order-1\"}\n");
		}
		byte[] bytes = FileSourceTests.gzip(text.toString());
		Files.write(file("a.gz"), Arrays.copyOf(bytes, bytes.length / 2));
		Files.write(file("b.gz"), new byte[] { 0x1F, (byte) 0x8B });
		Answer answer = find("*.gz");
		assertThat(answer.lines()).hasSizeBetween(3_000, 9_000);
		assertThat(answer.notes()).anyMatch((note) -> note.contains("a.gz: damaged"))
			.anyMatch((note) -> note.contains("b.gz"));
	}

	@Test
	void shouldSkipBinaryAndSpecialFilesWhenTheyMatch() throws Exception {
		byte[] binary = new byte[100_000];
		new Random(1).nextBytes(binary);
		Files.write(file("core"), binary);
		Files.writeString(file("empty"), "");
		Files.writeString(file("good"), LINE);
		Files.createDirectory(file("folder"));
		assertThat(new ProcessBuilder("mkfifo", file("pipe").toString()).start().waitFor()).isZero();
		Answer answer = find("*");
		assertThat(answer.lines()).hasSize(1);
		assertThat(answer.notes()).anyMatch((note) -> note.contains("skipped 1 binary"))
			.anyMatch((note) -> note.contains("1 that match"));
	}

	@Test
	void shouldReadLineWhenItsBytesAreOdd() throws Exception {
		byte[] invalid = "{\"message\":\"x\u00e9\u00e9\",\"correlationId\":\"order-1\"}"
			.getBytes(StandardCharsets.ISO_8859_1);
		Files.write(file("latin1"), invalid);
		Files.writeString(file("bom"), "\uFEFF" + LINE.replace("good", "bom"));
		Files.writeString(file("crlf"), LINE.replace("good", "crlf").replace("\n", "\r\n"));
		Files.write(file("hole"),
				join(new byte[2_000_000], LINE.replace("good", "hole").getBytes(StandardCharsets.UTF_8)));
		assertThat(find("*").lines()).extracting(LogLine::message)
			.containsExactlyInAnyOrder("x\uFFFD\uFFFD", "bom", "crlf", "hole");
	}

	@Test
	void shouldSayWhatIsLeftOutWhenThereAreTooManyLines() throws Exception {
		Files.writeString(file("many"), LINE.repeat(5_000));
		Limits limits = new Limits(10, 100, 4096, Limits.DEFAULTS.timeout());
		Answer answer = new FileSource("f", List.of(file("many").toString()))
			.find(new Question(Set.of("order-1"), null, limits));
		assertThat(answer.lines()).hasSize(100);
		assertThat(answer.notes()).containsExactly("left out 4900 log lines beyond 100");
	}

	@Test
	void shouldEndSoonWhenInterrupted() throws Exception {
		try (RandomAccessFile out = new RandomAccessFile(file("sparse").toFile(), "rw")) {
			out.writeBytes(LINE.repeat(1000));
			out.seek(100L << 30);
			out.writeBytes("\n");
		}
		CompletableFuture<String> ended = new CompletableFuture<>();
		Thread thread = new Thread(() -> {
			try {
				find("sparse");
				ended.complete("found");
			}
			catch (InterruptedException ex) {
				ended.complete("interrupted");
			}
			catch (Exception ex) {
				ended.completeExceptionally(ex);
			}
		});
		thread.start();
		while (thread.getState() != Thread.State.WAITING) {
			Thread.sleep(1);
		}
		thread.interrupt();
		assertThat(ended.get(30, TimeUnit.SECONDS)).isEqualTo("interrupted");
	}

	private Answer find(String glob) throws Exception {
		return new FileSource("files", List.of(file(glob).toString()))
			.find(new Question(Set.of("order-1"), null, Limits.DEFAULTS));
	}

	private Path file(String name) {
		return this.directory.resolve(name);
	}

	private static byte[] join(byte[] first, byte[] second) throws IOException {
		byte[] joined = Arrays.copyOf(first, first.length + second.length);
		System.arraycopy(second, 0, joined, first.length, second.length);
		return joined;
	}

	/**
	 * Searches in a small heap.
	 */
	static final class Child {

		public static void main(String[] arguments) throws Exception {
			Answer answer = new FileSource("files", List.of(arguments))
				.find(new Question(Set.of("order-1"), null, Limits.DEFAULTS));
			answer.lines().forEach((line) -> System.out.println(line.fields().get("cut") + " " + line.correlationId()));
		}

	}

}
