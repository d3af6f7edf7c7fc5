package io.tracingstarter.cli.source.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BytePatterns}, against the search of {@link String}.
 */
class BytePatternsTests {

	private static final int ROUNDS = 2000;

	// few letters, so that much looks like a match that is none
	private static final String LETTERS = "ab3";

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 8, 32 })
	void shouldFindWhatStringFindsWhenTextsAreRandom(int length) {
		Random random = new Random(length);
		for (int round = 0; round < ROUNDS; round++) {
			List<String> patterns = new ArrayList<>();
			for (int index = 0; index <= random.nextInt(3); index++) {
				patterns.add(text(random, length + random.nextInt(3)));
			}
			StringBuilder text = new StringBuilder(text(random, random.nextInt(600)));
			if (random.nextBoolean()) {
				text.insert(random.nextInt(text.length() + 1), patterns.get(0));
			}
			verify(patterns, text.toString(), random.nextInt(20));
		}
	}

	private static void verify(List<String> patterns, String text, int from) {
		BytePatterns search = new BytePatterns(patterns.stream().map(BytePatternsTests::bytes).toList());
		int expected = patterns.stream()
			.mapToInt((pattern) -> text.indexOf(pattern, from))
			.filter((index) -> index >= 0)
			.min()
			.orElse(-1);
		byte[] bytes = bytes(text);
		long found = (from < bytes.length) ? search.find(bytes, from, bytes.length) : -1;
		assertThat((int) (found >> 32)).as("%s in %s from %d", patterns, text, from).isEqualTo(expected);
		if (expected >= 0) {
			assertThat(text.startsWith(patterns.get((int) found), expected)).isTrue();
			assertThat(search.mayOccur(bytes, from, bytes.length)).as("%s in %s from %d", patterns, text, from)
				.isTrue();
		}
		else if (bytes.length > 4 * (search.longest() + 1) + from && search.length(0) > 1) {
			assertThat(search.mayOccur(bytes, from, bytes.length)).as("%s in %s from %d", patterns, text, from)
				.isFalse();
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	private static String text(Random random, int length) {
		StringBuilder text = new StringBuilder();
		for (int index = 0; index < length; index++) {
			text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
		}
		return text.toString();
	}

}
