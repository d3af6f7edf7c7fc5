package io.tracingstarter.cli.story;

import java.time.Duration;

import io.tracingstarter.cli.model.Comparison;
import io.tracingstarter.cli.model.SpanKind;
import io.tracingstarter.cli.model.Story;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class StoryComparerTests {

	@Test
	void shouldAlignSpansByPlaceAndOccurrence() {
		Story first = StoryTellerTests.tell(new EvidenceBuilder().span(1, 0, "a", "root", SpanKind.SERVER, 0, 100)
			.span(2, 1, "a", "select", SpanKind.CLIENT, 10, 20)
			.span(3, 1, "a", "select", SpanKind.CLIENT, 30, 40)
			.span(4, 3, "a", "only in a", SpanKind.INTERNAL, 31, 33));
		Story second = StoryTellerTests.tell(new EvidenceBuilder().span(7, 0, "A", "root", SpanKind.SERVER, 0, 200)
			.span(8, 7, "A", "select", SpanKind.CLIENT, 50, 60)
			.span(9, 7, "A", "select", SpanKind.CLIENT, 70, 170)
			.span(10, 7, "A", "only in b", SpanKind.INTERNAL, 180, 181));
		Comparison comparison = StoryComparer.compare(first, second);
		assertThat(comparison.rows())
			.extracting((row) -> row.depth() + " " + row.any().span().name() + " " + (row.first() != null) + " "
					+ (row.second() != null) + " " + row.rank())
			.containsExactly("0 root true true 2", "1 select true true 0", "1 select true true 1",
					"2 only in a true false 3", "1 only in b false true 4");
	}

	@Test
	void shouldCompareDeepChains() {
		EvidenceBuilder evidence = new EvidenceBuilder();
		for (int i = 1; i <= 50_000; i++) {
			evidence.span(i, i - 1, "a", "n", SpanKind.INTERNAL, i, 200_000 - i);
		}
		Story story = StoryTellerTests.tell(evidence);
		Comparison comparison = assertTimeoutPreemptively(Duration.ofSeconds(60),
				() -> StoryComparer.compare(story, story));
		assertThat(comparison.rows()).hasSize(50_000).allMatch((row) -> row.first() == row.second());
	}

}
