package io.tracingstarter.cli.story;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.tracingstarter.cli.model.Evidence;
import io.tracingstarter.cli.model.LogLevel;
import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.SpanKind;
import io.tracingstarter.cli.model.SpanStatus;
import io.tracingstarter.cli.model.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class StoryTellerHostileTests {

	private static final int MANY = 100_000;

	/** Far more than it takes; what is quadratic takes hours. */
	private static final Duration HANGING = Duration.ofSeconds(60);

	enum Shape {

		CHAIN, CYCLE, STAR, ORPHANS, SAME_ID, RANDOM, NESTED_ORPHANS

	}

	@ParameterizedTest
	@EnumSource
	void shouldTellOfAHundredThousandSpansWhateverTheirShape(Shape shape) {
		Random random = new Random(1);
		List<Span> spans = new ArrayList<>();
		for (int i = 1; i <= MANY; i++) {
			int parent = switch (shape) {
				case CHAIN -> i - 1;
				case CYCLE -> (i == 1) ? MANY : i - 1;
				case STAR -> (i == 1) ? 0 : 1;
				case ORPHANS, NESTED_ORPHANS -> (i == 1) ? 0 : MANY + i;
				case SAME_ID, RANDOM -> random.nextInt(MANY) + 1;
			};
			int id = (shape == Shape.SAME_ID) ? 7 : i;
			long start = (shape == Shape.RANDOM) ? random.nextLong() : i;
			long end = (shape == Shape.RANDOM) ? random.nextLong() : 3L * MANY - i;
			spans.add(span(id, parent, "s" + i % 20, start, end));
		}
		Story story = assertTimeoutPreemptively(HANGING, () -> StoryTellerTests.tell(evidence(spans, List.of())));
		assertThat(story.spans()).hasSize((shape == Shape.SAME_ID) ? 8 : MANY);
		assertThat(story.spans()).allMatch((span) -> span.parent() < span.index());
		assertThat(story.warnings()).hasSizeLessThan(200);
	}

	@Test
	void shouldTellOfManyLines() {
		List<Span> spans = new ArrayList<>();
		List<LogLine> lines = new ArrayList<>();
		for (int i = 1; i <= MANY; i++) {
			spans.add(span(i, (i == 1) ? 0 : 1, "s", (i == 1) ? 0 : i, (i == 1) ? 2L * MANY : i));
			lines.add(new LogLine(MANY + i, LogLevel.INFO, "s", "same", null, null, EvidenceBuilder.TRACE, null, null,
					null, Map.of(), true, "a.log:" + i));
		}
		Story story = assertTimeoutPreemptively(HANGING, () -> StoryTellerTests.tell(evidence(spans, lines)));
		assertThat(story.spans().get(0).lines().size() + story.spans().get(MANY - 1).lines().size()).isPositive();
	}

	@Test
	void shouldLiveWithImpossibleTimes() {
		List<Span> spans = List.of(span(1, 0, "a", Long.MIN_VALUE, Long.MAX_VALUE), span(2, 1, "b", Long.MAX_VALUE, 0),
				span(3, 2, "c", -5, -1), span(4, 3, "a", 0, 0));
		List<LogLine> lines = List.of(StoryTellerTests.rawLine(0, "no time"),
				StoryTellerTests.rawLine(Long.MAX_VALUE, "2262"), StoryTellerTests.rawLine(Long.MIN_VALUE, "1677"));
		Story story = StoryTellerTests.tell(evidence(spans, lines));
		assertThat(story.spans()).hasSize(4)
			.allMatch((span) -> span.startNanos() >= 0 && span.durationNanos() >= 0 && span.selfNanos() >= 0);
		assertThat(story.lines()).hasSize(3);
	}

	private static Span span(int id, int parent, String service, long start, long end) {
		return new Span(EvidenceBuilder.TRACE, EvidenceBuilder.id(id),
				(parent == 0) ? null : EvidenceBuilder.id(parent), service, "n",
				(id % 2 == 0) ? SpanKind.CLIENT : SpanKind.SERVER, start, end, SpanStatus.UNSET, null, Map.of(),
				List.of());
	}

	private static Evidence evidence(List<Span> spans, List<LogLine> lines) {
		return new Evidence(List.of("x"), spans, lines, List.of());
	}

}
