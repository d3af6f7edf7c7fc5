package io.tracingstarter.cli.source.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

import io.airlift.compress.zstd.ZstdOutputStream;
import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.Answer;
import io.tracingstarter.cli.source.Limits;
import io.tracingstarter.cli.source.Question;
import io.tracingstarter.cli.source.RequestId;
import io.tracingstarter.cli.source.SourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FileSourceTests {

	private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

	@TempDir
	private Path directory;

	@Test
	void shouldFindLinesOfAllFilesWhenTheyAreRotatedAndCompressed() throws Exception {
		write("app.json", json("a", "order-1") + json("b", "order-2"));
		write("app.json.1", json("c", "order-1"));
		Files.write(file("app-2026-11-20.json.gz"), join(gzip(json("d", "order-1")), gzip(json("e", "order-1"))));
		Files.write(file("app.json.zst"), zstd(json("f", "order-1")));
		Answer answer = find("app*", "order-1");
		assertThat(answer.lines()).extracting(LogLine::message).containsExactlyInAnyOrder("a", "c", "d", "e", "f");
		assertThat(answer.lines()).extracting(LogLine::origin).contains(file("app.json") + ":1");
	}

	@ParameterizedTest
	@CsvSource({ "order-1,true", "order-12,false", "my-order-1,false", "order-1-2,false", "xorder-1,false",
			"order-1_a,false", "(order-1),true", "id=order-1;,true", "order-1.,true", "order-1-,true" })
	void shouldMatchOnlyWholeIdsWhenTextHoldsLongerOnes(String text, boolean found) throws Exception {
		write("a.log", "2026-11-20T18:00:00Z INFO " + text + "\n");
		write("b.json", "{\"message\":\"" + text + "\"}\n");
		assertThat(find("*", "order-1").lines()).hasSize(found ? 2 : 0);
	}

	@ParameterizedTest
	@CsvSource({ "id=ESC[0morder-1ESC[1;31m!,true", "ESC[morder-1,true", "ESC[38;2;255;255;255morder-1,true",
			"31morder-1,false", "[31morder-1,false", "ESC[3xmorder-1,false", "morder-1,false" })
	void shouldFindIdWhenItIsColoured(String text, boolean found) throws Exception {
		write("a.log", text.replace("ESC", "\u001b") + "\n");
		assertThat(find("*", "order-1").lines()).hasSize(found ? 1 : 0);
	}

	@ParameterizedTest
	@CsvSource({ "{\"message\":\"first\\nTRACE\"}", "{\"traceparent\":\"00-TRACE-b7ad6b7169203331-01\"}",
			"{\"xrayTraceId\":\"1-0af76519-16cd43dd8448eb211c80319c\"}", "{\"dd.trace_id\":\"9532127138774266268\"}",
			"{\"traceId\":\"0AF7651916CD43DD8448EB211C80319C\"}", "{\"message\":\"\\u003dTRACE\"}" })
	void shouldFindTraceIdWhenItIsWrittenInAnotherForm(String line) throws Exception {
		write("a.json", line.replace("TRACE", TRACE) + "\n");
		assertThat(find("*", TRACE).lines()).hasSize(1);
	}

	@Test
	void shouldGiveWholeTraceIdWhenLineKnowsItsLowerHalf() throws Exception {
		write("a.json", "{\"message\":\"x\",\"dd.trace_id\":\"9532127138774266268\"}\n");
		assertThat(find("*", TRACE).lines()).extracting(LogLine::traceId).containsExactly(TRACE);
	}

	@Test
	void shouldKeepStackTraceWithItsLineWhenLogIsText() throws Exception {
		write("a.log", "2026-11-20T18:00:00Z INFO before\n2026-11-20T18:00:01Z ERROR failed order-1\r\n"
				+ "java.lang.IllegalStateException: no\n\tat a.B.c(B.java:1)\nCaused by: java.io.IOException: deep\n\t... 1 more\n"
				+ "2026-11-20T18:00:02Z INFO after\n");
		LogLine line = find("*", "order-1").lines().get(0);
		assertThat(line.message()).startsWith("2026-11-20T18:00:01Z ERROR").endsWith("... 1 more");
		assertThat(line.failure()).isNotNull();
		assertThat(line.failure().type()).isEqualTo("java.lang.IllegalStateException");
		assertThat(line.failure().rootType()).isEqualTo("java.io.IOException");
	}

	@Test
	void shouldKeepFirstLineWhenOnlyTheStackTraceHoldsTheId() throws Exception {
		write("a.log",
				"2026-11-20T18:00:01Z ERROR failed\njava.lang.IllegalStateException: no order-1\n\tat a.B.c(B.java:1)\n");
		assertThat(find("*", "order-1").lines()).singleElement()
			.satisfies((line) -> assertThat(line.message()).contains("ERROR failed", "at a.B.c"));
	}

	@Test
	void shouldKeepLinesApartWhenTheyBeginWithBlanks() throws Exception {
		write("a.log", " INFO 2026-11-20 18:00:00 before\n WARN 2026-11-20 18:00:01 order-1\n    at f (/a.js:1:2)\n"
				+ " INFO 2026-11-20 18:00:02 after\n");
		write("b.log", "   2026-11-20T18:00:00.00+0000 [APP/0] OUT before\n"
				+ "   2026-11-20T18:00:01.00+0000 [APP/0] OUT order-1\n   2026-11-20T18:00:02.00+0000 [APP/0] OUT after\n");
		assertThat(find("*", "order-1").lines()).extracting(LogLine::message)
			.containsExactlyInAnyOrder(" WARN 2026-11-20 18:00:01 order-1\n    at f (/a.js:1:2)",
					"   2026-11-20T18:00:01.00+0000 [APP/0] OUT order-1");
	}

	@Test
	void shouldFindFilesBelowWhenGlobHasTwoAsterisksOrIsADirectory() throws Exception {
		Files.createDirectories(file("a/b"));
		write("a/b/c.json", json("deep", "order-1"));
		write("top.json", json("top", "order-1"));
		Files.createSymbolicLink(file("a/loop"), this.directory);
		Files.createSymbolicLink(file("link.json"), file("top.json"));
		assertThat(find("**/*.json", "order-1").lines()).extracting(LogLine::message)
			.containsExactlyInAnyOrder("deep", "top");
		assertThat(find("", "order-1").lines()).hasSize(2);
		assertThat(find("*.json", "order-1").lines()).hasSize(1);
		assertThat(find("{top,other}.jso[n]", "order-1").lines()).hasSize(1);
	}

	@Test
	void shouldNameTheGlobWhenNothingMatches() {
		assertThatExceptionOfType(SourceException.class).isThrownBy(() -> find("none-*.json", "order-1"))
			.withMessageContaining("No file matches " + file("none-*.json"));
	}

	@Test
	void shouldFindLinesOfTheWindowWithoutTheRestWhenFileIsInOrder() throws Exception {
		Instant start = Instant.parse("2026-11-20T00:00:00Z");
		try (OutputStream out = Files.newOutputStream(file("a.json"))) {
			for (int second = 0; second < 80_000; second++) {
				out.write(("{\"@timestamp\":\"" + start.plusSeconds(second)
						+ "\",\"correlationId\":\"order-1\",\"message\":\"" + "x".repeat(100) + "\"}\n")
					.getBytes(StandardCharsets.UTF_8));
			}
		}
		Limits limits = new Limits(10, 100_000, 4096, Limits.DEFAULTS.timeout());
		TimeWindow window = new TimeWindow(start.plusSeconds(40_000), start.plusSeconds(40_010));
		Answer answer = source("*").find(new Question(Set.of("order-1"), window, limits));
		assertThat(answer.lines()).hasSize(10);
		// what was read and left out: slack and padding, not the file
		assertThat(answer.notes()).singleElement()
			.satisfies((note) -> assertThat(Integer.parseInt(note.split(" ")[0])).isBetween(100, 40_000));
	}

	@Test
	void shouldSearchTheWholeFileWhenItIsNotInOrder() throws Exception {
		Instant start = Instant.parse("2026-11-20T00:00:00Z");
		try (OutputStream out = Files.newOutputStream(file("a.json"))) {
			for (int second = 0; second < 80_000; second++) {
				Instant time = start.plusSeconds((second * 7919L) % 80_000);
				out.write(("{\"@timestamp\":\"" + time + "\",\"correlationId\":\"" + "order-" + time.getEpochSecond()
						+ "\",\"message\":\"" + "x".repeat(100) + "\"}\n")
					.getBytes(StandardCharsets.UTF_8));
			}
		}
		Instant wanted = start.plusSeconds(40_000);
		TimeWindow window = new TimeWindow(wanted.minusSeconds(5), wanted.plusSeconds(5));
		assertThat(source("*").find(new Question(Set.of("order-" + wanted.getEpochSecond()), window, Limits.DEFAULTS))
			.lines()).hasSize(1);
	}

	@Test
	void shouldBringTheNewestWarningsWhenAskedForRecent() throws Exception {
		Instant now = Instant.parse("2026-11-20T18:00:00Z");
		StringBuilder lines = new StringBuilder();
		for (int minute = 0; minute < 60; minute++) {
			lines.append("{\"@timestamp\":\"%s\",\"level\":\"%s\",\"message\":\"%d\"}\n"
				.formatted(now.minusSeconds(60L * (60 - minute)), (minute % 2 == 0) ? "ERROR" : "INFO", minute));
		}
		write("a.json", lines.toString());
		Limits limits = new Limits(10, 3, 4096, Limits.DEFAULTS.timeout());
		Answer answer = source("*").recent(new TimeWindow(now.minusSeconds(1800), now), limits);
		assertThat(answer.lines()).extracting(LogLine::message).containsExactly("58", "56", "54");
	}

	@Test
	void shouldFindEachFormOfATraceIdWhenTheOtherIsAskedFor() throws Exception {
		String id = "4bf92f3577b34da6a3ce929d0e0e4736";
		write("a.json",
				"{\"@timestamp\":\"2026-11-20T18:00:00Z\",\"xrayTraceId\":\"1-4bf92f35-77b34da6a3ce929d0e0e4736\",\"message\":\"x-ray\"}\n"
						+ "{\"@timestamp\":\"2026-11-20T18:00:00Z\",\"traceId\":\"" + id + "\",\"message\":\"w3c\"}\n");
		assertThat(find("*", id).lines()).extracting(LogLine::message).containsExactlyInAnyOrder("x-ray", "w3c");
		assertThat(find("*", id).lines()).extracting(LogLine::traceId).containsOnly(id);
		assertThat(RequestId.parse("1-4bf92f35-77b34da6a3ce929d0e0e4736")).contains(new RequestId(id));
	}

	@Test
	void shouldReadNoFurtherBackWhenTheNewestAreEnough() throws Exception {
		Instant start = Instant.parse("2026-11-20T00:00:00Z");
		StringBuilder lines = new StringBuilder(trouble(start.plusSeconds(90_000), "only the beginning has it"));
		String filler = "x".repeat(1000);
		for (int second = 0; second < 8_000; second++) {
			lines.append(trouble(start.plusSeconds(second), filler));
		}
		write("a.json", lines.toString());
		TimeWindow window = new TimeWindow(start, start.plusSeconds(100_000));
		Limits few = new Limits(10, 10, 4096, Limits.DEFAULTS.timeout());
		Answer newest = source("*").recent(window, few);
		assertThat(newest.lines()).hasSize(10).extracting(LogLine::message).containsOnly(filler);
		assertThat(newest.lines().get(0).nanos()).isEqualTo(start.plusSeconds(7_999).getEpochSecond() * 1_000_000_000L);
		assertThat(source("*").recent(window, Limits.DEFAULTS).lines()).hasSize(8_001);
	}

	private static String trouble(Instant time, String message) {
		return "{\"@timestamp\":\"%s\",\"level\":\"ERROR\",\"message\":\"%s\"}\n".formatted(time, message);
	}

	@Test
	void shouldSayWhatThereIsWhenChecked() throws Exception {
		write("a.json", json("a", "order-1"));
		assertThat(source("*").check()).isEqualTo("1 files, 0 MB, newest line 2026-11-20T18:00:00Z");
	}

	private Answer find(String glob, String... ids) throws Exception {
		return source(glob).find(new Question(Set.of(ids), null, Limits.DEFAULTS));
	}

	private FileSource source(String glob) {
		return new FileSource("files", List.of(file(glob).toString()));
	}

	private Path file(String name) {
		return this.directory.resolve(name);
	}

	private void write(String name, String text) throws IOException {
		Files.writeString(file(name), text);
	}

	private static String json(String message, String id) {
		return "{\"@timestamp\":\"2026-11-20T18:00:00Z\",\"message\":\"" + message + "\",\"correlationId\":\"" + id
				+ "\"}\n";
	}

	static byte[] gzip(String text) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (OutputStream out = new GZIPOutputStream(bytes)) {
			out.write(text.getBytes(StandardCharsets.UTF_8));
		}
		return bytes.toByteArray();
	}

	private static byte[] zstd(String text) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (OutputStream out = new ZstdOutputStream(bytes)) {
			out.write(text.getBytes(StandardCharsets.UTF_8));
		}
		return bytes.toByteArray();
	}

	private static byte[] join(byte[] first, byte[] second) {
		byte[] joined = Arrays.copyOf(first, first.length + second.length);
		System.arraycopy(second, 0, joined, first.length, second.length);
		return joined;
	}

}
