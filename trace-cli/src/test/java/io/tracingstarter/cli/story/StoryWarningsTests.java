package io.tracingstarter.cli.story;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

import io.tracingstarter.cli.model.LogLevel;
import io.tracingstarter.cli.model.SpanKind;
import io.tracingstarter.cli.model.Story;
import io.tracingstarter.cli.model.StorySpan.Mark;
import io.tracingstarter.cli.model.Warning;
import io.tracingstarter.cli.model.Warning.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StoryWarningsTests {

	@Test
	void shouldCorrectTheClockOfAServiceWithAllBelowItAndItsLines() {
		Story story = StoryTellerTests.tell(new EvidenceBuilder().span(1, 0, "a", "root", SpanKind.SERVER, 0, 100)
			.span(2, 1, "a", "get", SpanKind.CLIENT, 10, 50)
			.span(3, 2, "b", "get", SpanKind.SERVER, 5020, 5040)
			.span(4, 3, "b", "inner", SpanKind.INTERNAL, 5025, 5030)
			.span(5, 1, "b", "later", SpanKind.CONSUMER, 5200, 5300)
			.line(3, "b", LogLevel.INFO, 5021, "in b")
			.line(0, "b", LogLevel.INFO, 5026, "in inner")
			.line(0, "b", LogLevel.INFO, 5400, "loose"));
		assertThat(story.spans())
			.extracting((span) -> span.span().name() + " " + (span.startNanos() - EvidenceBuilder.nanos(0)) / 1_000_000)
			.containsExactly("root 0", "get 10", "get 20", "inner 25", "later 200");
		assertThat(story.spans()).filteredOn((span) -> span.marks().contains(Mark.SKEW_CORRECTED)).hasSize(3);
		assertThat(story.spans().get(2).lines().get(0).nanos()).isEqualTo(EvidenceBuilder.nanos(21));
		assertThat(story.spans().get(3).lines().get(0).nanos()).isEqualTo(EvidenceBuilder.nanos(26));
		assertThat(story.lines().get(0).nanos()).isEqualTo(EvidenceBuilder.nanos(400));
		assertThat(texts(story, Kind.CLOCK_SKEW))
			.containsExactly("The clock of b is 5 s ahead; its times were corrected.");
	}

	@Test
	void shouldTakeTheDifferenceThatFitsAllCalls() {
		Story story = StoryTellerTests.tell(new EvidenceBuilder().span(1, 0, "a", "root", SpanKind.SERVER, 0, 300)
			.span(2, 1, "a", "wide", SpanKind.CLIENT, 10, 110)
			.span(3, 2, "b", "wide", SpanKind.SERVER, 0, 10)
			.span(4, 1, "a", "tight", SpanKind.CLIENT, 200, 210)
			.span(5, 4, "b", "tight", SpanKind.SERVER, 151, 160));
		assertThat(story.spans()).filteredOn((span) -> span.span().service().equals("b"))
			.extracting((span) -> (span.startNanos() - EvidenceBuilder.nanos(0)) / 100_000)
			.containsExactly(495L, 2005L);
	}

	@Test
	void shouldLeaveTimesAloneWhenNothingIsOutsideOrNobodyWaited() {
		Story story = StoryTellerTests.tell(new EvidenceBuilder().span(1, 0, "a", "root", SpanKind.SERVER, 0, 100)
			.span(2, 1, "a", "get", SpanKind.CLIENT, 10, 50)
			.span(3, 2, "b", "get", SpanKind.SERVER, 12, 52)
			.failed(4, 1, "a", "gave up", SpanKind.CLIENT, 60, 70)
			.span(5, 4, "c", "goes on", SpanKind.SERVER, 65, 73)
			.span(6, 1, "a", "send", SpanKind.PRODUCER, 80, 81)
			.span(7, 6, "d", "receive", SpanKind.CONSUMER, 900, 950));
		assertThat(story.spans()).noneMatch((span) -> span.marks().contains(Mark.SKEW_CORRECTED));
		assertThat(texts(story, Kind.CLOCK_SKEW)).isEmpty();
	}

	@Test
	void shouldCorrectEachCallAloneWhenMachinesOfAServiceDiffer() {
		Story story = StoryTellerTests.tell(new EvidenceBuilder().span(1, 0, "a", "root", SpanKind.SERVER, 0, 300)
			.span(2, 1, "a", "one", SpanKind.CLIENT, 10, 20)
			.span(3, 2, "b", "one", SpanKind.SERVER, 512, 518)
			.span(4, 1, "a", "two", SpanKind.CLIENT, 30, 40)
			.span(5, 4, "b", "two", SpanKind.SERVER, 32, 38));
		assertThat(story.spans()).filteredOn((span) -> span.span().service().equals("b"))
			.extracting((span) -> (span.startNanos() - EvidenceBuilder.nanos(0)) / 1_000_000)
			.containsExactly(12L, 32L);
	}

	@Test
	void shouldTellOfAServiceThatAnsweredAndHasNoSpans() {
		Story story = StoryTellerTests.tell(new EvidenceBuilder().span(1, 0, "a", "root", SpanKind.SERVER, 0, 100)
			.span(2, 1, "a", "get", SpanKind.CLIENT, 1, 2, "server.address", "stock")
			.span(3, 1, "a", "get", SpanKind.CLIENT, 3, 4, "server.address", "api.example.com")
			.span(4, 1, "a", "select", SpanKind.CLIENT, 5, 6, "server.address", "db", "db.system.name", "postgresql")
			.failed(5, 1, "a", "get", SpanKind.CLIENT, 7, 8, "server.address", "down")
			.span(6, 1, "a", "get", SpanKind.CLIENT, 9, 20, "server.address", "b.example.com")
			.span(7, 6, "b", "get", SpanKind.SERVER, 10, 19)
			.span(8, 1, "a", "get", SpanKind.CLIENT, 21, 30, "server.address", "b.example.com"));
		assertThat(texts(story, Kind.MISSING_SERVICE)).containsExactly(
				"1 call to b.example.com was answered, but only 1 of 2 have spans there.",
				"1 call to stock was answered, but nothing of it was found.");
	}

	@Test
	void shouldTellOfALongTimeOfWhichNothingIsKnown() {
		EvidenceBuilder evidence = new EvidenceBuilder().span(1, 0, "a", "root", SpanKind.SERVER, 0, 1000)
			.span(2, 1, "a", "inner", SpanKind.INTERNAL, 0, 300);
		assertThat(texts(StoryTellerTests.tell(evidence), Kind.GAP))
			.containsExactly("Nothing is known of 700 ms in a from +300 ms on: no span and no log line.");
		evidence.line(1, "a", LogLevel.INFO, 500, "still here").line(1, "a", LogLevel.INFO, 700, "still here");
		evidence.line(1, "a", LogLevel.INFO, 850, "still here");
		assertThat(texts(StoryTellerTests.tell(evidence), Kind.GAP)).isEmpty();
	}

	@Test
	void shouldTellOfAYoungRequest() {
		Clock now = Clock.fixed(EvidenceBuilder.START.plusSeconds(20), ZoneOffset.UTC);
		Story story = new StoryTeller(now).tell(new EvidenceBuilder().span(1, 0, "a", "root", SpanKind.SERVER, 0, 1000)
			.span(2, 1, "a", "x", SpanKind.INTERNAL, 0, 1000)
			.build(), List.of());
		assertThat(texts(story, Kind.INGESTION_DELAY))
			.containsExactly("The request ended 19 s ago: stores may not have all of it yet. Ask again in a minute.");
	}

	private static List<String> texts(Story story, Kind kind) {
		return story.warnings().stream().filter((warning) -> warning.kind() == kind).map(Warning::text).toList();
	}

}
