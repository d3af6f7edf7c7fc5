package io.tracingstarter.cli.render;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SafeTextTests {

	@ParameterizedTest
	@CsvSource({ "1b, \\x1b", "0, \\x00", "7, \\x07", "8, \\x08", "7f, \\x7f", "9b, \\x9b", "85, \\x85", "ad, \\xad",
			"202e, \\u202e", "2066, \\u2066", "200b, \\u200b", "200d, \\u200d", "2028, \\u2028", "feff, \\ufeff",
			"3164, \\u3164", "e000, \\ue000", "d800, \\ud800", "e0041, \\u{e0041}" })
	void shouldShowWhatCouldDeceive(String point, String shown) {
		String text = "a" + Character.toString(Integer.parseInt(point, 16)) + "b";
		assertThat(SafeText.line(text, true)).isEqualTo("a" + shown + "b");
	}

	@Test
	void shouldKeepEachCharacterOnOneLine() {
		for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
			String safe = SafeText.line(Character.toString(point), true);
			assertThat(safe.chars().noneMatch((c) -> c < ' ' || (c >= 0x7f && c < 0xa0))).isTrue();
			assertThat(SafeText.line(Character.toString(point), false).chars().allMatch((c) -> c >= ' ' && c < 0x7f))
				.isTrue();
		}
	}

	@Test
	void shouldPutLinesBehindEachOther() {
		assertThat(SafeText.line("a\r\nb\tc\rd", true)).isEqualTo("a ⏎ b c ⏎ d");
	}

	@Test
	void shouldLeaveOrdinaryTextAlone() {
		String text = "Größe 名前 🎉 e\u0301";
		assertThat(SafeText.line(text, true)).isEqualTo(text);
	}

	@Test
	void shouldLimitMarksOnALetter() {
		assertThat(SafeText.line("e" + "\u0301".repeat(6), true)).isEqualTo("e\u0301\u0301\u0301\u0301\\u0301\\u0301");
	}

	@Test
	void shouldMeasureCells() {
		assertThat(Cells.width("abc")).isEqualTo(3);
		assertThat(Cells.width("名前")).isEqualTo(4);
		assertThat(Cells.width("🎉e\u0301")).isEqualTo(3);
		assertThat(Cells.left("名前です", 5, "…")).isEqualTo("名前…");
		assertThat(Cells.left("名前です", 6, "…")).isEqualTo("名前… ");
		assertThat(Cells.right("ab", 4, "…")).isEqualTo("  ab");
		assertThat(Cells.wrap("one two three four", 9, 2, "…")).isEqualTo(List.of("one two", "three fo…"));
		assertThat(Cells.wrap("名".repeat(5), 4, 9, "…")).isEqualTo(List.of("名名", "名名", "名"));
	}

}
