package io.tracingstarter.cli.story;

import io.tracingstarter.cli.model.LogLevel;
import io.tracingstarter.cli.model.SpanKind;
import io.tracingstarter.cli.model.Story;
import io.tracingstarter.cli.model.StorySpan.Mark;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StoryFilterTests {

	private final Story story = StoryTellerTests
		.tell(new EvidenceBuilder().failed(1, 0, "a", "root", SpanKind.SERVER, 0, 100)
			.failed(2, 1, "a", "get", SpanKind.CLIENT, 10, 90)
			.failed(3, 2, "b", "get", SpanKind.SERVER, 20, 80)
			.failed(4, 3, "a", "back", SpanKind.SERVER, 30, 70)
			.line(1, "a", LogLevel.INFO, 1, "info")
			.line(1, "a", LogLevel.WARN, 2, "warn")
			.line(0, "c", LogLevel.WARN, 3, "other"));

	@Test
	void shouldShowOneServiceBelowItsNearestSpans() {
		Story filtered = new StoryFilter("A", null).apply(this.story);
		assertThat(filtered.spans())
			.extracting((span) -> span.index() + " " + span.parent() + " " + span.depth() + " " + span.span().name())
			.containsExactly("0 -1 0 root", "1 0 1 get", "2 1 2 back");
		assertThat(filtered.lines()).isEmpty();
		assertThat(filtered.firstError()).isNotNull();
		assertThat(filtered.spans().get(filtered.firstError().span()).marks()).contains(Mark.FIRST_ERROR);
		assertThat(new StoryFilter("b", null).apply(this.story).firstError().span()).isEqualTo(-1);
	}

	@Test
	void shouldShowLinesOfALevel() {
		Story filtered = new StoryFilter(null, LogLevel.WARN).apply(this.story);
		assertThat(filtered.spans()).hasSize(4);
		assertThat(filtered.spans().get(0).lines()).extracting((line) -> line.line().message()).containsExactly("warn");
		assertThat(filtered.lines()).hasSize(1);
	}

	@Test
	void shouldLeaveTheStoryAloneWhenNothingIsLeftOut() {
		assertThat(new StoryFilter(null, null).apply(this.story)).isSameAs(this.story);
	}

}
