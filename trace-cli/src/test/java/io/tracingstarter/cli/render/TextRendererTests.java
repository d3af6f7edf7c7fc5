package io.tracingstarter.cli.render;

import java.io.IOException;
import java.time.ZoneOffset;

import io.tracingstarter.cli.model.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextRendererTests {

	@ParameterizedTest
	@ValueSource(ints = { 60, 80, 120, 200 })
	void shouldTellAFailureAtEachWidth(int width) throws IOException {
		String text = text(Stories.failed(), width, Style.PLAIN, false);
		Golden.assertMatches("failed-" + width + ".txt", text);
		assertThat(text.lines()).noneMatch((line) -> Cells.width(line) > width && !line.contains("http://"));
	}

	@Test
	void shouldUseColoursWhenTheyAreWanted() throws IOException {
		String text = text(Stories.failed(), 120, new Style(true, true), false);
		Golden.assertMatches("failed-120-colour.txt", text);
		assertThat(text.replaceAll("\u001b\\[[0-9;]*m", "").lines().map(String::stripTrailing))
			.containsExactlyElementsOf(text(Stories.failed(), 120, Style.PLAIN, false).lines().toList());
	}

	@Test
	void shouldUseNothingButAsciiWhenTheTerminalKnowsNoMore() throws IOException {
		String text = text(Stories.failed(), 100, new Style(false, false), false);
		Golden.assertMatches("failed-100-ascii.txt", text);
		assertThat(text).matches("\\p{ASCII}*");
	}

	@Test
	void shouldShowAllWhenVerbose() throws IOException {
		Golden.assertMatches("failed-120-verbose.txt", text(Stories.failed(), 120, Style.PLAIN, true));
	}

	@Test
	void shouldAlignWideCharacters() throws IOException {
		Golden.assertMatches("good-100.txt", text(Stories.good(), 100, Style.PLAIN, false));
	}

	@Test
	void shouldRebuildFromLogLines() throws IOException {
		Golden.assertMatches("lines-only-100.txt", text(Stories.linesOnly(), 100, Style.PLAIN, false));
	}

	static String text(Story story, int width, Style style, boolean verbose) throws IOException {
		StringBuilder out = new StringBuilder();
		new TextRenderer(new TextOptions(width, style, ZoneOffset.UTC, Masking.ON, verbose)).render(story, out);
		return out.toString();
	}

}
