package io.tracingstarter.cli.story;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.tracingstarter.cli.model.Evidence;
import io.tracingstarter.cli.model.LogLevel;
import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.model.Search;
import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.SpanKind;
import io.tracingstarter.cli.model.SpanStatus;
import io.tracingstarter.cli.model.Story;
import io.tracingstarter.cli.model.Story.Outcome;
import io.tracingstarter.cli.model.StorySpan;
import io.tracingstarter.cli.model.StorySpan.Mark;
import io.tracingstarter.cli.model.Warning;
import io.tracingstarter.cli.model.Warning.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StoryTellerTests {

	@Test
	void shouldMergeTheSameSpanFromTwoSources() {
		Story story = tell(new EvidenceBuilder()
			.add(span(1, 0, "Orders", "GET /Orders", SpanKind.SERVER, 0.000123, 5, Map.of("a", "1")))
			.source("files")
			.add(span(1, 0, "orders", "get /orders", SpanKind.INTERNAL, 0, 5, Map.of("b", "2", "a", "9"))));
		assertThat(story.spans()).singleElement().satisfies((placed) -> {
			assertThat(placed.sources()).containsExactlyInAnyOrder("zipkin", "files");
			assertThat(placed.span().attributes()).containsOnly(Map.entry("a", "1"), Map.entry("b", "2"));
			assertThat(placed.startNanos()).isEqualTo(EvidenceBuilder.nanos(0.000123));
			assertThat(placed.span().service()).isEqualTo("Orders");
			assertThat(placed.span().name()).isEqualTo("GET /Orders");
			assertThat(placed.span().kind()).isEqualTo(SpanKind.SERVER);
		});
		assertThat(story.warnings()).isEmpty();
	}

	@Test
	void shouldPutTheServersHalfOfASharedSpanBelowTheClients() {
		Story story = tell(new EvidenceBuilder().span(2, 1, "b", "get", SpanKind.SERVER, 2, 8)
			.span(2, 1, "a", "get", SpanKind.CLIENT, 1, 9)
			.span(1, 0, "a", "root", SpanKind.SERVER, 0, 10)
			.span(3, 2, "b", "inner", SpanKind.INTERNAL, 3, 7));
		assertThat(story.spans())
			.extracting((span) -> span.depth() + " " + span.span().service() + " " + span.span().name())
			.containsExactly("0 a root", "1 a get", "2 b get", "3 b inner");
		assertThat(story.warnings()).isEmpty();
	}

	@Test
	void shouldKeepContradictingSpansOfAnId() {
		Story story = tell(new EvidenceBuilder().span(1, 0, "a", "root", SpanKind.SERVER, 0, 10)
			.span(2, 1, "a", "one", SpanKind.INTERNAL, 1, 2)
			.span(2, 1, "b", "two", SpanKind.INTERNAL, 1, 2));
		assertThat(story.spans()).hasSize(3);
		assertThat(story.warnings()).extracting(Warning::kind).containsExactly(Kind.INCONSISTENT);
	}

	@Test
	void shouldBreakACycleAndSaySo() {
		Story story = tell(new EvidenceBuilder().span(1, 3, "a", "first", SpanKind.INTERNAL, 0, 10)
			.span(2, 1, "a", "second", SpanKind.INTERNAL, 1, 9)
			.span(3, 2, "a", "third", SpanKind.INTERNAL, 2, 8)
			.span(4, 4, "a", "own parent", SpanKind.INTERNAL, 11, 12));
		assertThat(story.spans()).extracting(StorySpan::depth).containsExactly(0, 1, 2, 0);
		assertThat(story.warnings()).extracting(Warning::text)
			.containsExactly("2 chains of spans are their own ancestors; each was cut before its earliest span.");
	}

	@Test
	void shouldAttachAnOrphanWhereItFitsBest() {
		Story story = tell(new EvidenceBuilder().span(1, 0, "a", "root", SpanKind.SERVER, 0, 100)
			.span(2, 1, "a", "call", SpanKind.CLIENT, 10, 50)
			.span(3, 1, "a", "other", SpanKind.INTERNAL, 60, 90)
			.span(4, 77, "b", "get", SpanKind.SERVER, 20, 40)
			.span(5, 4, "b", "inner", SpanKind.INTERNAL, 21, 39)
			.span(6, 78, "b", "late", SpanKind.INTERNAL, 200, 300));
		assertThat(story.spans()).filteredOn((span) -> span.marks().contains(Mark.ORPHAN))
			.extracting((span) -> span.span().name() + " " + span.parent())
			.containsExactly("get 1", "late -1");
		assertThat(story.warnings()).extracting(Warning::kind).containsExactly(Kind.ORPHANS);
	}

	@Test
	void shouldNotCallTheEntryAnOrphanWhenItsCallerIsNotTraced() {
		Story story = tell(new EvidenceBuilder().span(1, 99, "a", "get", SpanKind.SERVER, 0, 100));
		assertThat(story.spans()).singleElement().satisfies((span) -> assertThat(span.marks()).isEmpty());
		assertThat(story.warnings()).isEmpty();
	}

	@Test
	void shouldTellSeveralTracesInOrderOfTime() {
		String other = "f".repeat(32);
		Story story = tell(new EvidenceBuilder().span(1, 0, "b", "later", SpanKind.CONSUMER, 500, 600)
			.inTrace(other)
			.span(1, 0, "a", "earlier", SpanKind.SERVER, 0, 100));
		assertThat(story.traceIds()).containsExactly(EvidenceBuilder.TRACE, other);
		assertThat(story.services()).containsExactly("a", "b");
		assertThat(story.spans()).extracting((span) -> span.span().name()).containsExactly("earlier", "later");
	}

	@Test
	void shouldMergeTheSameLineFromTwoStoresButNotRepeats() {
		EvidenceBuilder evidence = new EvidenceBuilder().span(1, 0, "a", "root", SpanKind.SERVER, 0, 100)
			.source("loki");
		for (String source : List.of("files", "splunk")) {
			evidence.source(source)
				.line(1, "a", LogLevel.INFO, 1, "once")
				.line(1, "a", LogLevel.INFO, 2, "twice")
				.line(1, "a", LogLevel.INFO, 2, "twice");
		}
		Story story = tell(evidence);
		assertThat(story.spans().get(0).lines()).extracting((line) -> line.line().message())
			.containsExactly("once", "twice", "twice");
	}

	@Test
	void shouldKeepALineAsOftenAsTheSourceThatHasItMostOften() {
		Story story = tell(new EvidenceBuilder().span(1, 0, "a", "root", SpanKind.SERVER, 0, 100)
			.source("files")
			.line(1, "a", LogLevel.INFO, 2, "twice")
			.source("splunk")
			.add(rawLine(EvidenceBuilder.nanos(2), "a", "twice"))
			.add(rawLine(EvidenceBuilder.nanos(2), "a", "twice")));
		assertThat(story.spans().get(0).lines()).hasSize(2);
	}

	@Test
	void shouldNameTheSourcesWhenSomeFoundNothing() {
		Search nothing = new Search("nothing", "nowhere", null, 0, 0, Duration.ZERO, List.of(), null);
		Story story = tell(new EvidenceBuilder().search(nothing)
			.source("zipkin")
			.span(1, 0, "a", "root", SpanKind.SERVER, 0, 100)
			.search(nothing)
			.source("jaeger")
			.span(2, 1, "a", "inner", SpanKind.INTERNAL, 1, 99));
		assertThat(story.spans()).extracting(StorySpan::sources).containsExactly(Set.of("zipkin"), Set.of("jaeger"));
	}

	@Test
	void shouldAttachALineToTheHalfOfItsService() {
		Story story = tell(new EvidenceBuilder().span(1, 0, "a", "get", SpanKind.CLIENT, 0, 100)
			.span(1, 0, "b", "get", SpanKind.SERVER, 10, 90)
			.line(1, "a", LogLevel.INFO, 5, "in a")
			.line(1, "b", LogLevel.INFO, 15, "in b"));
		assertThat(story.spans()).extracting((span) -> span.lines().get(0).line().message())
			.containsExactly("in a", "in b");
	}

	@Test
	void shouldAttachALineBySpanOrByServiceAndTime() {
		Story story = tell(new EvidenceBuilder().span(1, 0, "a", "root", SpanKind.SERVER, 0, 100)
			.span(2, 1, "a", "inner", SpanKind.INTERNAL, 10, 50)
			.line(1, "a", LogLevel.INFO, 20, "by id")
			.line(0, "A", LogLevel.INFO, 20, "by time")
			.line(0, "a", LogLevel.INFO, 300, "too late")
			.line(0, "b", LogLevel.INFO, 20, "somebody else"));
		assertThat(story.spans().get(0).lines()).extracting((line) -> line.line().message()).containsExactly("by id");
		assertThat(story.spans().get(1).lines()).extracting((line) -> line.line().message()).containsExactly("by time");
		assertThat(story.lines()).extracting((line) -> line.line().message())
			.containsExactly("somebody else", "too late");
	}

	@Test
	void shouldMeasureSelfTimeAndCriticalPath() {
		Story story = tell(new EvidenceBuilder().span(1, 0, "a", "root", SpanKind.SERVER, 0, 100)
			.span(2, 1, "a", "waited", SpanKind.INTERNAL, 10, 40)
			.span(3, 1, "a", "in its shadow", SpanKind.INTERNAL, 15, 35)
			.span(4, 1, "a", "last", SpanKind.INTERNAL, 38, 90)
			.span(5, 1, "a", "before", SpanKind.INTERNAL, 30, 37));
		assertThat(story.spans()).filteredOn(StorySpan::critical)
			.extracting((span) -> span.span().name())
			.containsExactly("root", "before", "last");
		assertThat(story.spans().get(0).selfNanos()).isEqualTo(Duration.ofMillis(20).toNanos());
	}

	@Test
	void shouldTellTheOutcome() {
		assertThat(tell(new EvidenceBuilder().span(1, 0, "a", "x", SpanKind.SERVER, 0, 1, "status", "200")).outcome())
			.isEqualTo(Outcome.OK);
		Story failed = tell(
				new EvidenceBuilder().span(1, 0, "a", "x", SpanKind.SERVER, 0, 1, "http.status_code", "503"));
		assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
		assertThat(failed.status()).isEqualTo("503");
		assertThat(tell(new EvidenceBuilder().span(1, 0, "a", "x", SpanKind.SERVER, 0, 9)
			.failed(2, 1, "a", "try", SpanKind.CLIENT, 1, 2)).outcome()).isEqualTo(Outcome.RECOVERED);
		assertThat(tell(new EvidenceBuilder().line(1, "a", LogLevel.INFO, 1, "x")).outcome())
			.isEqualTo(Outcome.UNKNOWN);
	}

	@Test
	void shouldRebuildFromLinesWhenNothingWasSampled() {
		Story story = tell(new EvidenceBuilder().line(1, "a", LogLevel.INFO, 0, "in")
			.line(2, "b", LogLevel.INFO, 5, "working")
			.line(2, "b", LogLevel.INFO, 8, "done")
			.line(1, "a", LogLevel.INFO, 10, "out"));
		assertThat(story.spans()).allMatch((span) -> span.marks().contains(Mark.REBUILT))
			.extracting((span) -> span.span().service() + " " + span.depth() + " " + span.lines().size())
			.containsExactly("a 0 2", "b 1 2");
		assertThat(story.warnings()).extracting(Warning::kind).containsExactly(Kind.NOT_SAMPLED, Kind.REBUILT);
	}

	@Test
	void shouldBeEmptyWhenNothingWasFound() {
		Story story = tell(new EvidenceBuilder());
		assertThat(story.isEmpty()).isTrue();
		assertThat(story.startNanos()).isZero();
		assertThat(story.warnings()).isEmpty();
	}

	static Story tell(EvidenceBuilder evidence) {
		return tell(evidence.build());
	}

	static Story tell(Evidence evidence) {
		Clock later = Clock.fixed(EvidenceBuilder.START.plusSeconds(3600), ZoneOffset.UTC);
		return new StoryTeller(later).tell(evidence, List.of());
	}

	static Span span(int id, int parent, String service, String name, SpanKind kind, double from, double until,
			Map<String, String> attributes) {
		return new Span(EvidenceBuilder.TRACE, EvidenceBuilder.id(id),
				(parent == 0) ? null : EvidenceBuilder.id(parent), service, name, kind, EvidenceBuilder.nanos(from),
				EvidenceBuilder.nanos(until), SpanStatus.UNSET, null, attributes, List.of());
	}

	static LogLine rawLine(long nanos, String message) {
		return rawLine(nanos, "", message);
	}

	private static LogLine rawLine(long nanos, String service, String message) {
		return new LogLine(nanos, LogLevel.UNKNOWN, service, message, null, null, null, null, null, null, Map.of(),
				false, "a.log:1");
	}

}
