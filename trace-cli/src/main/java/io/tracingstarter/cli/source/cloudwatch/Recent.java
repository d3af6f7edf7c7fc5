package io.tracingstarter.cli.source.cloudwatch;

import java.util.Comparator;
import java.util.List;

import io.tracingstarter.cli.model.LogLevel;
import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.SpanKind;
import io.tracingstarter.cli.source.Answer;
import io.tracingstarter.cli.source.Limits;

/**
 * Chooses what happened lately from lines that may tell of it.
 */
final class Recent {

	/** What lines hold that are wanted: a level, or the kind of a span. */
	static final List<String> TEXTS = List.of("\"WARN\"", "\"ERROR\"", "\"FATAL\"", "\"SEVERE\"", "\"SERVER\"");

	private Recent() {
	}

	static Answer of(Answer all, Limits limits) {
		List<Span> spans = all.spans()
			.stream()
			.filter((span) -> span.parentSpanId() == null || span.kind() == SpanKind.SERVER)
			.sorted(Comparator.comparingLong(Span::startNanos).reversed())
			.limit(limits.spans())
			.toList();
		List<LogLine> lines = all.lines()
			.stream()
			.filter((line) -> !line.structured() || line.level().compareTo(LogLevel.WARN) >= 0)
			.sorted(Comparator.comparingLong(LogLine::nanos).reversed())
			.limit(limits.lines())
			.toList();
		return new Answer(spans, lines, all.notes());
	}

}
