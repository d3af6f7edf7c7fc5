package io.tracingstarter.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The command as somebody types it.
 */
class TraceCommandTests {

	private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final String LINES = """
			{"@timestamp":"2026-11-20T20:40:42.323Z","level":"INFO","logger":"a.B","thread":"main","message":"Visitor demo clicks","service":"web","traceId":"%1$s","spanId":"00f067aa0ba902b7","correlationId":"order-4711"}
			{"@timestamp":"2026-11-20T20:40:42.350Z","level":"ERROR","logger":"a.B","thread":"main","message":"The like failed, password=hunter2","service":"likes","traceId":"%1$s","spanId":"00f067aa0ba902b8","correlationId":"order-4711"}
			{"@timestamp":"2026-11-20T20:40:42.350Z","level":"INFO","logger":"a.B","thread":"main","message":"somebody else","service":"likes","traceId":"5bf92f3577b34da6a3ce929d0e0e4736","correlationId":"order-47110"}
			"""
		.formatted(TRACE_ID);

	@TempDir
	private Path folder;

	@BeforeEach
	void writeLogs() throws IOException {
		Files.writeString(this.folder.resolve("shop.json"), LINES);
	}

	@ParameterizedTest
	@ValueSource(strings = { "order-4711", TRACE_ID, "00-" + TRACE_ID + "-00f067aa0ba902b7-01",
			"1-4bf92f35-77b34da6a3ce929d0e0e4736" })
	void shouldTellTheStoryWhenAnyOfItsIdsIsTyped(String id) {
		Run run = Run.of(this.folder, id, "--file", this.folder + "/*.json");
		assertThat(run.err()).isEmpty();
		assertThat(run.out()).contains("order-4711", TRACE_ID, "web", "likes", "The like failed", " 2 log lines\n")
			.containsOnlyOnce("Visitor demo clicks")
			.doesNotContain("somebody else", "×");
		assertThat(run.code()).isZero();
	}

	@Test
	void shouldShowTheMessagesOfTextLinesAndTheWholeOnesWhenVerbose() throws IOException {
		String line = "2026-11-20T20:40:42.400Z ERROR 12 --- [orders] [exec-1] [" + TRACE_ID
				+ "-00f067aa0ba902b9] c.e.Orders : order failed";
		Files.writeString(this.folder.resolve("orders.log"),
				line + "\njava.lang.IllegalStateException: no stock\n\tat a.B.c(B.java:1)\n");
		Run run = Run.of(this.folder, TRACE_ID, "--file", this.folder + "/orders.log");
		assertThat(run.out()).contains(" ERROR order failed\n")
			.containsOnlyOnce(" java.lang.IllegalStateException: no stock\n                ")
			.doesNotContain("--- [orders]", "⏎");
		assertThat(Run.of(this.folder, TRACE_ID, "--verbose", "--width", "200", "--file", this.folder + "/orders.log")
			.out()).contains(line);
	}

	@Test
	void shouldSayWhereALineStandsWhenItsServiceIsNotKnown() throws IOException {
		Files.writeString(this.folder.resolve("proxy.log"), "2026-11-20T20:40:42.400Z GET /order " + TRACE_ID + "\n");
		Run run = Run.of(this.folder, TRACE_ID, "--file", this.folder + "/proxy.log");
		assertThat(run.out()).containsPattern("…[^ ]*/proxy\\.log:1: 2026-11-20T20:40:42\\.400Z GET /order ");
	}

	@Test
	void shouldReadTheNearestConfigurationWhenNoFlagNamesASource() throws IOException {
		Files.writeString(this.folder.resolve("trace-request.yml"), """
				sources:
				  logs:
				    type: files
				    paths: ['*.json']
				""");
		Path below = Files.createDirectories(this.folder.resolve("a/b"));
		assertThat(Run.of(below, "order-4711").code()).isZero();
	}

	@Test
	void shouldSayWhatToDoWhenNothingIsConfigured() {
		Run run = Run.of(this.folder, "order-4711");
		assertThat(run.code()).isEqualTo(2);
		assertThat(run.out()).isEmpty();
		assertThat(run.err()).contains("Nothing to search.", "--file 'logs/*.json'", "trace-request.yml");
	}

	@Test
	void shouldEndWith1WhenNothingIsFound() {
		Run run = Run.of(this.folder, "order-1", "--file", this.folder + "/*.json");
		assertThat(run.code()).isEqualTo(1);
		assertThat(run.out()).contains("Nothing was found", "--since 7d");
	}

	@Test
	void shouldEndWith3WhenSomethingIsFoundButASourceFails() {
		Run run = Run.of(this.folder, "order-4711", "--file", this.folder + "/*.json", "--zipkin",
				"http://127.0.0.1:1");
		assertThat(run.code()).isEqualTo(3);
		assertThat(run.out()).contains("The like failed", "connection refused");
	}

	@Test
	void shouldEndWith4WhenAllSourcesFail() {
		Run run = Run.of(this.folder, "order-4711", "--zipkin", "http://127.0.0.1:1");
		assertThat(run.code()).isEqualTo(4);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a b", "a\"b", "" })
	void shouldRefuseWhatCannotBeAnIdWhenTyped(String id) {
		Run run = Run.of(this.folder, id, "--file", "x");
		assertThat(run.code()).isEqualTo(2);
		assertThat(run.err()).contains("This cannot be an id").contains("--help");
	}

	@Test
	void shouldNameTheOptionWhenItIsMisspelled() {
		Run run = Run.of(this.folder, "order-1", "--zipkn", "x");
		assertThat(run.code()).isEqualTo(2);
		assertThat(run.err()).contains("--zipkn").contains("--zipkin");
	}

	@Test
	void shouldPrintJsonWhenAsked() {
		Run run = Run.of(this.folder, "order-4711", "--json", "--file", this.folder + "/*.json");
		assertThat(JsonMapper.shared().readTree(run.out()).path("schema").asString()).isEqualTo("trace-request/1");
	}

	@Test
	void shouldMaskSecretsUnlessToldOtherwise() throws IOException {
		Path page = this.folder.resolve("story.html");
		String[] args = { "order-4711", "--file", this.folder + "/*.json", "--html", page.toString() };
		assertThat(Run.of(this.folder, args).out()).contains("****").doesNotContain("hunter2");
		assertThat(Files.readString(page)).contains("The like failed").doesNotContain("hunter2");
		assertThat(Run.of(this.folder, "order-4711", "--show-secrets", "--file", this.folder + "/*.json").out())
			.contains("hunter2");
	}

	@Test
	void shouldShowOnlyWhatIsAskedForWhenServiceAndLevelAreNamed() {
		Run run = Run.of(this.folder, "order-4711", "--level", "error", "--file", this.folder + "/*.json");
		assertThat(run.out()).contains("The like failed").doesNotContain("Visitor demo clicks");
		assertThat(Run.of(this.folder, "order-4711", "--service", "web", "--file", this.folder + "/*.json").out())
			.contains("Visitor demo clicks");
	}

	@Test
	void shouldCompareTwoRequestsWhenAsked() {
		assertThat(Run.of(this.folder, "--diff", "order-4711", "--file", "x").err()).contains("two ids");
		Run run = Run.of(this.folder, "--diff", "order-4711", "order-47110", "--file", this.folder + "/*.json");
		assertThat(run.code()).isZero();
		assertThat(run.out()).contains("order-4711", "order-47110");
	}

	@Test
	void shouldNameTheVariableWhenAPlaceholderHasNoValue() throws IOException {
		Files.writeString(this.folder.resolve("trace-request.yml"), """
				sources:
				  splunk:
				    url: https://splunk:8089
				    token: ${SPLUNK_TOKEN}
				""");
		Run run = Run.of(this.folder, "order-1");
		assertThat(run.code()).isEqualTo(2);
		assertThat(run.err()).contains("sources.splunk.token needs the environment variable SPLUNK_TOKEN");
	}

	@Test
	void shouldAskTheOthersWhenAPlaceholderOfOneSourceHasNoValue() throws IOException {
		Files.writeString(this.folder.resolve("trace-request.yml"), """
				sources:
				  logs:
				    type: files
				    paths: ['*.json']
				  splunk:
				    url: https://splunk:8089
				    token: ${SPLUNK_TOKEN}
				""");
		Run run = Run.of(this.folder, "order-4711");
		assertThat(run.code()).isEqualTo(3);
		assertThat(run.out().replaceAll("\\s+", " ")).contains("Visitor demo clicks",
				"the environment variable SPLUNK_TOKEN, which is not set.",
				"→ Set it, or write a default behind a colon.");
		assertThat(Run.of(this.folder, "order-4711", "--source", "logs").code()).isZero();
	}

	@Test
	void shouldCheckEachSourceWhenAsked() {
		Run run = Run.of(this.folder, Map.of(), "sources", "check", "--file", this.folder + "/*.json", "--zipkin",
				"http://127.0.0.1:1");
		assertThat(run.code()).isEqualTo(3);
		assertThat(run.out()).containsPattern("ok +files").containsPattern("FAILED +zipkin");
	}

	@Test
	void shouldListTheNewestRequestsWhenAsked() {
		Run run = Run.of(this.folder, "recent", "--errors", "--since", "1h", "--file", this.folder + "/*.json");
		assertThat(run.out()).contains("order-4711");
		assertThat(run.code()).isZero();
	}

	@Test
	void shouldTakeTheLastWhenAFlagIsRepeated() {
		Run run = Run.of(this.folder, "order-4711", "--file", this.folder + "/*.json", "--since", "1m", "--json",
				"--since", "7d", "--json", "--file", this.folder + "/none.json");
		assertThat(run.err()).isEmpty();
		assertThat(run.code()).isZero();
		assertThat(run.out()).contains("The like failed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--help", "-h", "-hV", "-h=true" })
	void shouldPrintTheHeadingsAndVerbsWhenHelpIsAsked(String help) {
		Run run = Run.of(this.folder, "order-4711", help);
		assertThat(run.code()).isZero();
		assertThat(run.out()).contains("Usage: trace-request", "Where to search:", "When it happened:", "Other verbs:");
	}

	@Test
	void shouldPrintTheManualAndTheCompletionWhenAsked() {
		assertThat(Run.of(this.folder, "man").out()).startsWith(".TH TRACE-REQUEST 1").contains(".B \\-\\-zipkin URL");
		assertThat(Run.of(this.folder, "completion").out()).contains("complete -F _complete_trace-request");
	}

}
