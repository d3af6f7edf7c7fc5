package io.tracingstarter.cli.render.html;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.tracingstarter.cli.model.DeepLink;
import io.tracingstarter.cli.model.EpochNanos;
import io.tracingstarter.cli.model.Failure;
import io.tracingstarter.cli.model.FirstError;
import io.tracingstarter.cli.model.LogLevel;
import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.model.Search;
import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.SpanEvent;
import io.tracingstarter.cli.model.SpanKind;
import io.tracingstarter.cli.model.SpanStatus;
import io.tracingstarter.cli.model.Story;
import io.tracingstarter.cli.model.StoryLine;
import io.tracingstarter.cli.model.StorySpan;
import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.model.Warning;

/**
 * Stories to show.
 */
final class Stories {

	static final String ID = "d4bb597a640cf9e7c16bd5fbb2267dd9";

	static final Instant BEGIN = Instant.parse("2026-11-20T20:40:42.323Z");

	private static final long BEGIN_NANOS = EpochNanos.of(BEGIN);

	private static final String STACK = """
			mysfits.likes.HexedException: The hex of Morwenna broke the like counter
				at mysfits.likes.LikeController.count(LikeController.java:54)
				at reactor.core.publisher.MonoFlatMap$FlatMapMain.onNext(MonoFlatMap.java:132)""";

	private Stories() {
	}

	/** The failing request of the demo. */
	static Story failure() {
		List<StorySpan> spans = new ArrayList<>();
		add(spans, -1, "mysfits-web", "http post /api/mysfits/{id}/like", SpanKind.SERVER, 0, 150, true);
		add(spans, 0, "mysfits-web", "http post", SpanKind.CLIENT, 8, 128, true);
		add(spans, 1, "like-service", "http post /mysfits/{id}/like", SpanKind.SERVER, 14, 110, true);
		add(spans, 2, "like-service", "http get", SpanKind.CLIENT, 20, 38, false);
		add(spans, 3, "mysfits-service", "http get /mysfits/{id}", SpanKind.SERVER, 28, 16, false);
		add(spans, 4, "mysfits-service", "select mysfit", SpanKind.CLIENT, 32, 2, false);
		add(spans, 4, "mysfits-service", "mock-data", SpanKind.INTERNAL, 36, 1, false);
		return story(spans,
				new FirstError("like-service", 2, "http post /mysfits/{id}/like", BEGIN_NANOS + 100_000_000,
						"mysfits.likes.HexedException", "The hex of Morwenna broke the like counter",
						new Failure("mysfits.likes.HexedException", "The hex of Morwenna broke the like counter", null,
								null, STACK)));
	}

	/** A story of which each text is the same hostile one. */
	static Story hostile(String text) {
		Span span = new Span(text, text, null, text, text, SpanKind.SERVER, BEGIN_NANOS, BEGIN_NANOS + 1000,
				SpanStatus.ERROR, text, Map.of(text, text),
				List.of(new SpanEvent(text, BEGIN_NANOS, Map.of(text, text, "exception.stacktrace", text))));
		LogLine line = new LogLine(BEGIN_NANOS, LogLevel.ERROR, text, text, text, text, text, text, text,
				new Failure(text, text, text, text, text), Map.of(text, text), true, text);
		StorySpan place = new StorySpan(0, -1, 0, span, BEGIN_NANOS, BEGIN_NANOS + 1000, 1000, true,
				Set.of(StorySpan.Mark.ORPHAN), Set.of(text), List.of(new StoryLine(line, BEGIN_NANOS)));
		return new Story(List.of(text), List.of(text), List.of(text), List.of(text), BEGIN_NANOS, BEGIN_NANOS + 1000,
				Story.Outcome.FAILED, text,
				new FirstError(text, 0, text, BEGIN_NANOS, text, text, new Failure(text, text, text, text, text)),
				List.of(place), List.of(new StoryLine(line, BEGIN_NANOS)), List.of(new Warning(Warning.Kind.GAP, text)),
				List.of(new Search(text, text, null, 1, 1, Duration.ZERO, List.of(text),
						new Search.Problem(text, text))),
				List.of(new DeepLink(text, text), new DeepLink("script", "javascript:document.title='hit'"),
						new DeepLink("data", "data:text/html,<script>1</script>")));
	}

	/** So many spans, each with so many lines. */
	static Story large(int count, int linesEach) {
		List<StorySpan> spans = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			List<StoryLine> lines = new ArrayList<>();
			for (int j = 0; j < linesEach; j++) {
				lines.add(line("service-" + i % 7, LogLevel.INFO, "line " + j + " of span " + i, i + j, null));
			}
			spans.add(span(i, (i == 0) ? -1 : (i - 1) / 4, Math.min(i, 6), "service-" + i % 7, "span " + i,
					SpanKind.INTERNAL, i, 5, false, false, lines));
		}
		return story(spans, null);
	}

	private static Story story(List<StorySpan> spans, FirstError error) {
		List<String> services = spans.stream().map((span) -> span.span().service()).distinct().toList();
		long end = spans.stream().mapToLong(StorySpan::endNanos).max().orElse(BEGIN_NANOS);
		return new Story(List.of(ID), List.of(ID), List.of(ID), services, BEGIN_NANOS, end,
				(error != null) ? Story.Outcome.FAILED : Story.Outcome.OK, (error != null) ? "502" : "200", error,
				spans, List.of(line("mysfits-web", LogLevel.WARN, "a line outside of all spans", 120, null)),
				(error != null) ? List.of(new Warning(Warning.Kind.CLOCK_SKEW,
						"The clock of like-service is 3 ms behind; its times were corrected.")) : List.of(),
				List.of(new Search("demo-logs", "target/demo/logs/*.json", null, 0, 5, Duration.ofMillis(41), List.of(),
						null),
						new Search("zipkin", "http://127.0.0.1:9411",
								new TimeWindow(BEGIN.minusSeconds(3600), BEGIN.plusSeconds(60)), 7, 0,
								Duration.ofMillis(120), List.of(), null),
						new Search("loki", "http://127.0.0.1:3100", null, 0, 0, Duration.ofMillis(2), List.of(),
								new Search.Problem("Nobody listens at 127.0.0.1:3100",
										"Start it, or correct the URL."))),
				List.of(new DeepLink("Zipkin, trace d4bb…", "http://127.0.0.1:9411/zipkin/traces/" + ID)));
	}

	private static void add(List<StorySpan> spans, int parent, String service, String name, SpanKind kind, long start,
			long duration, boolean failed) {
		int index = spans.size();
		List<StoryLine> lines = failed
				? List
					.of(line(service, LogLevel.INFO, "Visitor demo likes mysfit 6", start + 1, null),
							line(service, LogLevel.ERROR, "The like failed", start + duration - 5,
									new Failure("mysfits.likes.HexedException", "The hex", null, null, STACK)))
				: List.of();
		spans.add(span(index, parent, (parent < 0) ? 0 : spans.get(parent).depth() + 1, service, name, kind, start,
				duration, failed, failed, lines));
	}

	private static StorySpan span(int index, int parent, int depth, String service, String name, SpanKind kind,
			long startMillis, long millis, boolean failed, boolean critical, List<StoryLine> lines) {
		long start = BEGIN_NANOS + startMillis * 1_000_000;
		long end = start + millis * 1_000_000;
		Span span = new Span(ID, "%016x".formatted(index + 1), (parent < 0) ? null : "%016x".formatted(parent + 1),
				service, name, kind, start, end, failed ? SpanStatus.ERROR : SpanStatus.UNSET, null,
				Map.of("correlation_id", ID, "index", Integer.toString(index)),
				failed ? List.of(new SpanEvent("exception", end, Map.of("exception.type", "HexedException",
						"exception.message", "The hex", "exception.stacktrace", STACK))) : List.of());
		return new StorySpan(index, parent, depth, span, start, end, (end - start) / 2, critical, Set.of(),
				Set.of("zipkin"), lines);
	}

	private static StoryLine line(String service, LogLevel level, String message, long millis, Failure failure) {
		long nanos = BEGIN_NANOS + millis * 1_000_000;
		return new StoryLine(new LogLine(nanos, level, service, message, "mysfits.Log", "main", ID, null, ID, failure,
				Map.of("visitor", "demo"), true, "like-service.json:17"), nanos);
	}

}
