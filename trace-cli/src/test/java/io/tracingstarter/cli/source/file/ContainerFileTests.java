package io.tracingstarter.cli.source.file;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.source.Answer;
import io.tracingstarter.cli.source.Limits;
import io.tracingstarter.cli.source.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files that a container runtime wrote, which wraps each line.
 */
@Timeout(120)
class ContainerFileTests {

	private static final List<String> TRACE = List.of("2026-11-20T18:00:01.000Z ERROR failed order-1",
			"java.lang.IllegalStateException: no", "\tat a.B.c(B.java:1)", "Caused by: java.io.IOException: deep",
			"\t... 1 more");

	private static final String AFTER = "2026-11-20T18:00:02.000Z  INFO after";

	@TempDir
	private Path directory;

	@ParameterizedTest
	@EnumSource
	void shouldKeepStackTraceWhenEachLineIsWrapped(ContainerRuntime runtime) throws Exception {
		write("a.log",
				runtime.wrap("2026-11-20T18:00:00.000Z  INFO before") + runtime.wrap(TRACE) + runtime.wrap(AFTER));
		LogLine line = find("order-1").get(0);
		assertThat(line.message()).isEqualTo(String.join("\n", TRACE));
		assertThat(line.failure()).isNotNull();
		assertThat(line.failure().type()).isEqualTo("java.lang.IllegalStateException");
		assertThat(line.failure().rootType()).isEqualTo("java.io.IOException");
		assertThat(line.origin()).endsWith(":2");
	}

	@ParameterizedTest
	@EnumSource
	void shouldKeepFirstLineWhenOnlyTheWrappedStackTraceHoldsTheId(ContainerRuntime runtime) throws Exception {
		write("a.log", runtime.wrap("2026-11-20T18:00:00.000Z ERROR failed")
				+ runtime.wrap("a.B: no order-1", "\tat a.B.c(B.java:1)") + runtime.wrap(AFTER));
		assertThat(find("order-1")).extracting(LogLine::message)
			.containsExactly("2026-11-20T18:00:00.000Z ERROR failed\na.B: no order-1\n\tat a.B.c(B.java:1)");
	}

	@ParameterizedTest
	@EnumSource
	void shouldJoinLineWhenRuntimeSplitIt(ContainerRuntime runtime) throws Exception {
		String json = "{\"@timestamp\":\"2026-11-20T18:00:00Z\",\"message\":\"" + "x".repeat(40_000)
				+ "\",\"correlationId\":\"order-1\"}";
		write("a.log", runtime.wrap(AFTER) + runtime.split(json, 16_384) + runtime.wrap(AFTER));
		LogLine line = find("order-1").get(0);
		assertThat(line.structured()).isTrue();
		assertThat(line.message()).isEqualTo("x".repeat(40_000));
		assertThat(line.correlationId()).isEqualTo("order-1");
		assertThat(line.origin()).endsWith(":2");
		assertThat(line.fields()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void shouldJoinAllWhenALineOfAStackTraceIsSplit(ContainerRuntime runtime) throws Exception {
		write("a.log", runtime.wrap("2026-11-20T18:00:00.000Z ERROR failed") + runtime.split("a.B: no order-1", 8)
				+ runtime.split("\tat a.B.c(B.java:1)", 3) + runtime.wrap(AFTER));
		assertThat(find("order-1")).extracting(LogLine::message)
			.containsExactly("2026-11-20T18:00:00.000Z ERROR failed\na.B: no order-1\n\tat a.B.c(B.java:1)");
	}

	@ParameterizedTest
	@EnumSource
	void shouldLeaveStackTraceOutWhenItIsOfAnotherStream(ContainerRuntime runtime) throws Exception {
		write("a.log",
				runtime.wrap("2026-11-20T18:00:00.000Z ERROR order-1")
						+ runtime.wrap("\tat a.B.c(B.java:1)").replace("stdout", "stderr")
						+ runtime.wrap("\tat d.E.f(E.java:1)"));
		assertThat(find("order-1")).extracting(LogLine::message)
			.containsExactly("2026-11-20T18:00:00.000Z ERROR order-1");
	}

	@ParameterizedTest
	@EnumSource
	void shouldLeaveTextOutWhenJsonIsBeforeIt(ContainerRuntime runtime) throws Exception {
		write("a.log", runtime.split("{\"message\":\"json\",\"id\":\"order-1\"}", 20) + runtime.wrap("\tat order-2"));
		assertThat(find("order-1")).extracting(LogLine::message).containsExactly("json");
		assertThat(find("order-2")).extracting(LogLine::message).containsExactly("\tat order-2");
	}

	@Test
	void shouldKeepLinesApartWhenDockersLostTheirBreaks() throws Exception {
		write("a.log",
				ContainerRuntime.DOCKER.wrap("2026-11-20T18:00:00.000Z INFO order-1", AFTER, "{\"message\":\"json\"}")
					.replace("\\n\"", "\""));
		assertThat(find("order-1")).extracting(LogLine::message)
			.containsExactly("2026-11-20T18:00:00.000Z INFO order-1");
	}

	@Test
	void shouldFindStackTraceWhenDockerWritesTabsAsNumbers() throws Exception {
		write("a.log",
				ContainerRuntime.DOCKER.wrap(TRACE).replace("\\t", "\\u0009") + ContainerRuntime.DOCKER.wrap(AFTER));
		assertThat(find("order-1")).extracting(LogLine::message).containsExactly(String.join("\n", TRACE));
	}

	@ParameterizedTest
	@EnumSource
	void shouldFindEachEventWholeAndOnceWhenFileHasSeveralParts(ContainerRuntime runtime) throws Exception {
		Random random = new Random(1);
		List<String> expected = new ArrayList<>();
		try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(this.directory.resolve("a.log")))) {
			for (long written = 0; written < (40L << 20);) {
				String head = "2026-11-20T18:00:00.000Z ERROR " + expected.size() + " "
						+ "x".repeat(random.nextInt(9000));
				String cause = "a.B: no order-1 " + "y".repeat(random.nextInt(30_000));
				String frame = "\tat a.B.c(" + "z".repeat(random.nextInt(2000)) + ")";
				expected.add(head + "\n" + cause + "\n" + frame);
				byte[] event = (runtime.wrap(head) + runtime.split(cause, 4096) + runtime.wrap(frame))
					.getBytes(StandardCharsets.UTF_8);
				out.write(event);
				written += event.length;
			}
		}
		List<String> found = find("order-1").stream().map(LogLine::message).toList();
		assertThat(found.size()).isEqualTo(expected.size());
		// not the lists, which would print all megabytes
		assertThat(new HashSet<>(found).equals(new HashSet<>(expected))).isTrue();
	}

	@ParameterizedTest
	@EnumSource
	void shouldStayBoundedWhenContinuationsNeverEnd(ContainerRuntime runtime) throws Exception {
		String rest = runtime.split("y".repeat(300), 100).lines().findFirst().orElseThrow() + "\n";
		write("a.log", runtime.wrap("2026-11-20T18:00:00.000Z ERROR order-1") + rest.repeat(100_000)
				+ runtime.wrap("\tat x order-1").repeat(100_000));
		Limits limits = new Limits(10, 1000, 256 * 1024, Limits.DEFAULTS.timeout());
		Answer answer = source().find(new Question(Set.of("order-1"), null, limits));
		assertThat(answer.lines()).hasSizeBetween(2, 1000)
			.allMatch((line) -> line.message().length() < 3 * EventBounds.MAX_EVENT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"log\":\"", "{\"log\":\"order-1\\", "{\"log\":\"order-1\"",
			"{\"log\":\"order-1\",\"stream\":", "{\"log\":\"order-1 \\u00",
			"{\"log\":\"order-1 \\uzzzz\",\"stream\":\"stdout\"}", "{\"log\" order-1",
			"2026-11-20T18:00:00.000Z stdout P order-1", "2026-11-20T18:00:00.000Z stdout F",
			"2026-11-20T18:00:00.000Z stdout", "2026-11-20T18:00:00.000Z stderr X order-1",
			"{\"log\":\"\",\"stream\":\"stdout\"}" })
	void shouldNotFailWhenLinesAreCut(String cut) throws Exception {
		write("a.log", cut + "\n" + ContainerRuntime.DOCKER.wrap("2026-11-20T18:00:00.000Z order-1") + cut + "\n"
				+ ContainerRuntime.KUBERNETES.wrap("2026-11-20T18:00:00.000Z order-1") + cut);
		assertThat(find("order-1")).hasSizeGreaterThanOrEqualTo(2);
	}

	private List<LogLine> find(String id) throws Exception {
		return source().find(new Question(Set.of(id), null, Limits.DEFAULTS)).lines();
	}

	private FileSource source() {
		return new FileSource("files", List.of(this.directory.resolve("a.log").toString()));
	}

	private void write(String name, String text) throws Exception {
		Files.writeString(this.directory.resolve(name), text);
	}

	enum ContainerRuntime {

		KUBERNETES((text) -> "2026-11-20T18:00:03.000000000Z stdout " + (text.endsWith("\n") ? "F " : "P ")
				+ text.replace("\n", "") + "\n"),

		DOCKER((text) -> "{\"log\":\""
				+ text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t")
				+ "\",\"stream\":\"stdout\",\"time\":\"2026-11-20T18:00:03.000000000Z\"}\n");

		private final Function<String, String> wrapper;

		ContainerRuntime(Function<String, String> wrapper) {
			this.wrapper = wrapper;
		}

		String wrap(String... lines) {
			return wrap(List.of(lines));
		}

		String wrap(List<String> lines) {
			StringBuilder text = new StringBuilder();
			lines.forEach((line) -> text.append(this.wrapper.apply(line + "\n")));
			return text.toString();
		}

		String split(String line, int most) {
			StringBuilder text = new StringBuilder();
			int start = 0;
			for (; line.length() - start > most; start += most) {
				text.append(this.wrapper.apply(line.substring(start, start + most)));
			}
			return text + wrap(line.substring(start));
		}

	}

}
