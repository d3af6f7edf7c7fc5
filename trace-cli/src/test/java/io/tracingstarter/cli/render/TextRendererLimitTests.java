package io.tracingstarter.cli.render;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.function.IntFunction;

import io.tracingstarter.cli.model.LogLevel;
import io.tracingstarter.cli.model.SpanKind;
import io.tracingstarter.cli.model.Story;
import io.tracingstarter.cli.story.EvidenceBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class TextRendererLimitTests {

	@Test
	void shouldTellManySpansThatDoTheSameInOneRowButShowTheSlowestAndFailedOnes() throws IOException {
		EvidenceBuilder evidence = new EvidenceBuilder().span(1, 0, "a", "root", SpanKind.SERVER, 0, 1000);
		for (int i = 0; i < 200; i++) {
			evidence.span(10 + i, 1, "a", "SELECT x", SpanKind.CLIENT, i * 4, i * 4 + ((i == 50) ? 3 : 1));
		}
		evidence.failed(500, 1, "a", "SELECT x", SpanKind.CLIENT, 900, 901);
		String text = TextRendererTests.text(Stories.of(evidence.build()), 120, Style.PLAIN, false);
		assertThat(text.lines().filter((line) -> line.contains("SELECT x")))
			.extracting((line) -> line.replaceAll("[█░]", "").strip().replaceAll(" +", " "))
			.containsExactly("!! error a: SELECT x, +901.0 ms", "SELECT x 1.0 ms 1.0 ms",
					"×198 SELECT x 198.0 ms 198.0 ms sum", "SELECT x 3.0 ms 3.0 ms", "!! SELECT x 1.0 ms 1.0 ms ERROR");
	}

	@Test
	void shouldSayWhenItWasAnsweredWhenSomethingGoesOnBehind() throws IOException {
		EvidenceBuilder evidence = new EvidenceBuilder().span(1, 0, "a", "root", SpanKind.SERVER, 0, 50)
			.span(2, 1, "b", "mail", SpanKind.CONSUMER, 40, 3000);
		String text = TextRendererTests.text(Stories.of(evidence.build()), 120, Style.PLAIN, false);
		assertThat(text).contains("took        3.000 s in 2 spans, 0 log lines; answered after 50.0 ms\n");
	}

	@Test
	void shouldKeepSeriousLinesAndSayHowManyAreLeftOut() throws IOException {
		EvidenceBuilder evidence = new EvidenceBuilder().span(1, 0, "a", "root", SpanKind.SERVER, 0, 1000);
		for (int i = 0; i < 100; i++) {
			evidence.line(1, "a", LogLevel.INFO, i, "line " + i);
		}
		evidence.line(1, "a", LogLevel.WARN, 500, "careful");
		String text = TextRendererTests.text(Stories.of(evidence.build()), 120, Style.PLAIN, false);
		assertThat(text).contains("line 18\n", "careful\n", "… 81 more log lines (--verbose)")
			.doesNotContain("line 19\n");
		assertThat(TextRendererTests.text(Stories.of(evidence.build()), 120, Style.PLAIN, true)).contains("line 99\n")
			.doesNotContain("more log lines");
	}

	@Test
	void shouldShowADeepChain() throws IOException {
		Story story = many((i) -> i - 1);
		String text = assertTimeoutPreemptively(Duration.ofSeconds(60),
				() -> TextRendererTests.text(story, 120, Style.PLAIN, true));
		assertThat(text.lines().count()).isGreaterThan(20_000);
		assertThat(text.lines()).allMatch((line) -> Cells.width(line) <= 120);
		assertThat(TextRendererTests.text(story, 120, Style.PLAIN, false)).contains("… 19500 more spans");
		StringWriter json = new StringWriter();
		new JsonRenderer(Masking.ON, true).render(story, json);
		assertThat(json.toString()).contains("\"depth\" : 19999");
	}

	@Test
	void shouldRenderAnEmptyStory() throws IOException {
		assertThat(TextRendererTests.text(Stories.of(new EvidenceBuilder().build()), 120, Style.PLAIN, false))
			.startsWith("Request order-4711\n  Nothing was found.\n");
	}

	@Test
	void shouldLetNothingOutsideControlTheTerminal() throws IOException {
		String evil = "\u001b[2J\u009b1m\u202e\u0007\r\n\u0000";
		EvidenceBuilder evidence = new EvidenceBuilder()
			.span(1, 0, evil + "s", evil + "n", SpanKind.SERVER, 0, 10, evil + "k", evil)
			.exception(1, "exception.type", evil, "exception.message", evil, "exception.stacktrace", evil)
			.failed(2, 1, evil + "s", evil + "n", SpanKind.CLIENT, 1, 9, "error", evil)
			.exception(1, "exception.type", evil, "exception.message", evil, "exception.stacktrace", evil)
			.line(1, evil + "s", LogLevel.ERROR, 1, evil);
		for (boolean verbose : new boolean[] { true, false }) {
			String text = TextRendererTests.text(Stories.of(evidence.build()), 80, Style.PLAIN, verbose);
			assertThat(text.chars().noneMatch((c) -> (c < ' ' && c != '\n') || (c >= 0x7f && c < 0xa0) || c == 0x202e))
				.isTrue();
		}
	}

	private static Story many(IntFunction<Integer> parent) {
		EvidenceBuilder evidence = new EvidenceBuilder();
		for (int i = 1; i <= 20_000; i++) {
			evidence.span(i, parent.apply(i), "s" + i % 5, "n" + i, SpanKind.INTERNAL, i, 50_000 - i);
		}
		return Stories.of(evidence.build());
	}

}
