package io.tracingstarter.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code trace-request map}, from the span lines of files.
 */
class MapCommandTests {

	private static final int REQUESTS = 100;

	@TempDir
	private Path folder;

	@BeforeEach
	void writeLogs() throws IOException {
		StringBuilder lines = new StringBuilder();
		for (int request = 0; request < REQUESTS; request++) {
			boolean failed = request < 10;
			span(lines, request, "a", null, "web", "SERVER", 100 + request, failed, "");
			span(lines, request, "b", "a", "web", "CLIENT", 50 + request, failed, "");
			span(lines, request, "c", "b", "likes", "SERVER", 40 + request, failed, "");
			span(lines, request, "d", "c", "likes", "CLIENT", 7, false, "\"db.system.name\":\"postgresql\"");
			span(lines, request, "e", "c", "likes", "CLIENT", 9, false, "\"server.address\":\"mail.example.com\"");
		}
		Files.writeString(this.folder.resolve("shop.json"), lines);
	}

	@Test
	void shouldTellRateErrorsAndPercentilesOfEachServiceAndCall() {
		Run run = Run.of(this.folder, "map", "--since", "1h", "--json", "--file", this.folder + "/*.json");
		assertThat(run.err()).isEmpty();
		assertThat(run.code()).isZero();
		JsonNode map = JsonMapper.shared().readTree(run.out());
		assertThat(map.path("services").valueStream().map((service) -> service.path("name").asString()))
			.containsExactlyInAnyOrder("web", "likes", "postgresql", "mail.example.com");
		verify(of(map.path("services"), "name", "web"), 10, 149, 198);
		verify(of(map.path("services"), "name", "likes"), 10, 89, 138);
		JsonNode calls = map.path("calls");
		assertThat(calls.valueStream().map((call) -> call.path("from").asString() + ">" + call.path("to").asString()))
			.containsExactlyInAnyOrder("web>likes", "likes>postgresql", "likes>mail.example.com");
		verify(of(calls, "to", "likes"), 10, 99, 148);
		verify(of(calls, "to", "postgresql"), 0, 7, 7);
		verify(of(calls, "to", "mail.example.com"), 0, 9, 9);
	}

	@Test
	void shouldCountTheTimeUntilNowOnlyWhenItTellsRates() {
		Run run = Run.of(this.folder, "map", "--since", "1h", "--json", "--file", this.folder + "/*.json");
		assertThat(JsonMapper.shared().readTree(run.out()).path("seconds").asDouble()).isEqualTo(3600);
	}

	@Test
	void shouldShowTheMapAsText() {
		Run run = Run.of(this.folder, "map", "--file", this.folder + "/*.json");
		assertThat(run.out()).contains("web → likes", "likes → postgresql", "10.0 %", "99.0 ms", "148.0 ms");
	}

	@Test
	void shouldNameEachCallWholeWhenTheTerminalIsNarrow() {
		Run run = Run.of(this.folder, "map", "--width", "60", "--file", this.folder + "/*.json");
		assertThat(run.out()).contains("likes → mail.example.com\n");
		assertThat(run.out().lines()).allMatch((line) -> line.length() <= 60);
	}

	@Test
	void shouldEndWith1WhenThereAreNoSpans() {
		Run run = Run.of(this.folder, "map", "--until", "2020-01-01T00:00:00Z", "--since", "2019-01-01T00:00:00Z",
				"--file", this.folder + "/*.json");
		assertThat(run.code()).isEqualTo(1);
		assertThat(run.out()).contains("No spans were found.");
	}

	private static JsonNode of(JsonNode numbers, String field, String name) {
		return numbers.valueStream()
			.filter((each) -> each.path(field).asString().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private static void verify(JsonNode numbers, int errors, long p50, long p99) {
		assertThat(numbers.path("count").asInt()).isEqualTo(REQUESTS);
		assertThat(numbers.path("errors").asInt()).isEqualTo(errors);
		assertThat(numbers.path("p50Nanos").asLong()).isEqualTo(p50 * 1_000_000);
		assertThat(numbers.path("p99Nanos").asLong()).isEqualTo(p99 * 1_000_000);
	}

	private static void span(StringBuilder lines, int request, String id, String parent, String service, String kind,
			int millis, boolean failed, String attributes) {
		long start = Run.NOW.minusSeconds(1800).getEpochSecond() + request;
		lines
			.append("""
					{"@timestamp":"%s","level":"INFO","message":"m","service":"%s","traceId":"%032x","spanId":"%s%015d","span":{"name":"n","kind":"%s",%s"startEpochNanos":"%d000000000","durationNanos":%d000000,"status":"%s","attributes":{%s}}}
					"""
				.formatted(java.time.Instant.ofEpochSecond(start), service, request + 1, id, request, kind,
						(parent != null) ? "\"parentSpanId\":\"%s%015d\",".formatted(parent, request) : "", start,
						millis, failed ? "ERROR" : "OK", attributes));
	}

}
