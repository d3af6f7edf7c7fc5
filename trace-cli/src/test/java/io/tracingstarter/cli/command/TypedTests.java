package io.tracingstarter.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What somebody in a hurry types.
 */
class TypedTests {

	private static final String LINES = """
			{"@timestamp":"2026-11-20T20:40:42.323Z","level":"INFO","message":"a click","service":"web","correlationId":"order-4711"}
			{"@timestamp":"2026-11-20T20:40:42.350Z","level":"WARN","message":"a try","service":"likes","correlationId":"order-4711"}
			""";

	@TempDir
	private Path folder;

	@BeforeEach
	void writeLogs() throws IOException {
		Files.writeString(this.folder.resolve("shop.json"), LINES);
		Files.writeString(this.folder.resolve("pay.json"), "");
	}

	@Test
	void shouldSayThatAPatternNeedsQuotesWhenAnIdIsAFile() {
		Run run = Run.of(this.folder, "order-4711", "--file", "shop.json", "pay.json");
		assertThat(run.code()).isEqualTo(2);
		assertThat(run.err()).contains("This is a file, not an id: pay.json", "--file '*.json'");
	}

	@Test
	void shouldTakeTheIdWhenItStandsBehindWait() {
		Run run = Run.of(this.folder, "--file", "shop.json", "--wait", "order-4711");
		assertThat(run.code()).isZero();
		assertThat(run.out()).contains("a click");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--json", "--open", "--html=a.html", "--follow" })
	void shouldRefuseWhatTheComparisonCannotDo(String flag) {
		Run run = Run.of(this.folder, "--diff", "order-4711", "order-4712", "--file", "shop.json", flag);
		assertThat(run.code()).isEqualTo(2);
		assertThat(run.err()).contains("--diff prints text only: leave out " + flag.replaceAll("=.*", ""));
	}

	@Test
	void shouldSayWhyASourceFailedWhenTwoAreCompared() {
		Run run = Run.of(this.folder, "--diff", "order-4711", "order-4711", "--file", "shop.json", "--zipkin",
				"http://127.0.0.1:1");
		assertThat(run.code()).isEqualTo(3);
		assertThat(run.err()).contains("zipkin (http://127.0.0.1:1): Nothing answers");
	}

	@Test
	void shouldNameTheServicesWhenNothingOfTheOneAskedForIsThere() {
		Run run = Run.of(this.folder, "order-4711", "--service", "pays", "--file", "shop.json");
		assertThat(run.code()).isZero();
		assertThat(run.out()).contains("nothing of it is what --service and --level ask for", "web, likes")
			.doesNotContain("Nothing was found");
	}

	@Test
	void shouldSearchWhatFlagsNameWhenTheConfigurationIsBroken() throws IOException {
		Files.writeString(this.folder.resolve("trace-request.yml"), "sources: [");
		Run run = Run.of(this.folder, "order-4711", "--file", "shop.json");
		assertThat(run.code()).isZero();
		assertThat(run.err()).contains("searching without the configuration", "not valid YAML");
		assertThat(Run.of(this.folder, "order-4711").code()).isEqualTo(2);
	}

	@Test
	void shouldRefuseWhatIsNeitherOnNorOff() throws IOException {
		Files.writeString(this.folder.resolve("trace-request.yml"),
				"sources: {logs: {type: files, paths: ['*.json'], enabled: no}}");
		Run run = Run.of(this.folder, "order-4711");
		assertThat(run.code()).isEqualTo(2);
		assertThat(run.err()).contains("sources.logs.enabled must be true or false");
	}

	@Test
	void shouldKnowALevelByItsOtherNames() {
		Run run = Run.of(this.folder, "order-4711", "--level", "warning", "--file", "shop.json");
		assertThat(run.out()).contains("a try").doesNotContain("a click");
		Run wrong = Run.of(this.folder, "order-4711", "--level", "loud", "--file", "shop.json");
		assertThat(wrong.code()).isEqualTo(2);
		assertThat(wrong.err()).contains("must be one of TRACE, DEBUG, INFO, WARN, ERROR, not loud");
	}

	@Test
	void shouldTellTheStoryAlsoWhenThePageCannotBeWritten() {
		Run run = Run.of(this.folder, "order-4711", "--file", "shop.json", "--html", this.folder + "/no/story.html");
		assertThat(run.code()).isEqualTo(2);
		assertThat(run.out()).contains("a click");
		assertThat(run.err()).contains("no/story.html: there is no such folder");
	}

	@Test
	void shouldBeginWithTheFirstErrorThatWasLoggedWhenThereAreNoSpans() throws IOException {
		Files.writeString(this.folder.resolve("stock.log"), """
				2026-11-20T20:40:42.100Z INFO reserve order-4713
				2026-11-20T20:40:42.600Z ERROR database is read-only order-4713
				""");
		Files.writeString(this.folder.resolve("web.json"),
				"""
						{"@timestamp":"2026-11-20T20:40:42.200Z","level":"INFO","message":"in","service":"web","correlationId":"order-4713"}
						{"@timestamp":"2026-11-20T20:40:43.100Z","level":"ERROR","message":"answered 500","service":"web","correlationId":"order-4713"}
						""");
		Run run = Run.of(this.folder, "order-4713", "--file", "stock.log", "--file", "web.json");
		assertThat(run.out()).containsPattern("!! error +log line, \\+500\\.0 ms\n +2026.*database is read-only")
			.contains("took        1.000 s in ", "started     2026-11-20 20:40:42.100 UTC");
	}

	@Test
	void shouldSayThatTheTimeIsUnknownWhenNoLineTells() throws IOException {
		Files.writeString(this.folder.resolve("old.log"), "nobody knows when order-4714\n");
		assertThat(Run.of(this.folder, "order-4714", "--file", "old.log").out()).contains("unknown: no line says when")
			.doesNotContain("1970-01-01", "services ");
	}

}
