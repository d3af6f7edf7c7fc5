package io.tracingstarter.cli.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.tracingstarter.cli.model.EpochNanos;
import io.tracingstarter.cli.model.Evidence;
import io.tracingstarter.cli.model.Failure;
import io.tracingstarter.cli.model.LogLevel;
import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.model.Search;
import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.SpanEvent;
import io.tracingstarter.cli.model.SpanKind;
import io.tracingstarter.cli.model.SpanStatus;

/**
 * Evidence for tests. Times are milliseconds since {@link #START}.
 */
public final class EvidenceBuilder {

	public static final Instant START = Instant.parse("2026-11-20T18:24:34.260Z");

	public static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private final List<Search> searches = new ArrayList<>();

	private final List<Span> spans = new ArrayList<>();

	private final List<LogLine> lines = new ArrayList<>();

	private String source = "zipkin";

	private int spansBefore;

	private int linesBefore;

	public static long nanos(double millis) {
		return EpochNanos.of(START) + Math.round(millis * 1e6);
	}

	public static String id(int number) {
		return String.format("%016x", number);
	}

	/** What follows is found by another source. */
	public EvidenceBuilder source(String name) {
		endSource();
		this.source = name;
		return this;
	}

	private void endSource() {
		int foundSpans = this.spans.size() - this.spansBefore;
		int foundLines = this.lines.size() - this.linesBefore;
		if (foundSpans + foundLines > 0) {
			this.searches.add(new Search(this.source, "http://" + this.source + ".example", null, foundSpans,
					foundLines, Duration.ofMillis(42), List.of(), null));
		}
		this.spansBefore = this.spans.size();
		this.linesBefore = this.lines.size();
	}

	public EvidenceBuilder search(Search search) {
		endSource();
		this.searches.add(search);
		return this;
	}

	public EvidenceBuilder span(int id, int parent, String service, String name, SpanKind kind, double from,
			double until, String... attributes) {
		return span(id, parent, service, name, kind, from, until, SpanStatus.UNSET, attributes);
	}

	public EvidenceBuilder failed(int id, int parent, String service, String name, SpanKind kind, double from,
			double until, String... attributes) {
		return span(id, parent, service, name, kind, from, until, SpanStatus.ERROR, attributes);
	}

	private EvidenceBuilder span(int id, int parent, String service, String name, SpanKind kind, double from,
			double until, SpanStatus status, String... attributes) {
		return add(new Span(TRACE, id(id), (parent == 0) ? null : id(parent), service, name, kind, nanos(from),
				nanos(until), status, null, pairs(attributes), List.of()));
	}

	public EvidenceBuilder add(Span span) {
		this.spans.add(span);
		return this;
	}

	/** Gives the last span an exception. */
	public EvidenceBuilder exception(double millis, String... attributes) {
		return last((span) -> new Span(span.traceId(), span.spanId(), span.parentSpanId(), span.service(), span.name(),
				span.kind(), span.startNanos(), span.endNanos(), span.status(), span.statusMessage(), span.attributes(),
				List.of(new SpanEvent("exception", nanos(millis), pairs(attributes)))));
	}

	/** Puts the last span into another trace. */
	public EvidenceBuilder inTrace(String trace) {
		return last((span) -> new Span(trace, span.spanId(), span.parentSpanId(), span.service(), span.name(),
				span.kind(), span.startNanos(), span.endNanos(), span.status(), span.statusMessage(), span.attributes(),
				span.events()));
	}

	private EvidenceBuilder last(UnaryOperator<Span> change) {
		int last = this.spans.size() - 1;
		this.spans.set(last, change.apply(this.spans.get(last)));
		return this;
	}

	public EvidenceBuilder line(int span, String service, LogLevel level, double millis, String message) {
		return add(new LogLine(nanos(millis), level, service, message, "com.example.Likes", "main", TRACE,
				(span == 0) ? null : id(span), "order-4711", null, Map.of(), true, "app.log:1"));
	}

	public EvidenceBuilder add(LogLine line) {
		this.lines.add(line);
		return this;
	}

	/** Gives the last log line an exception. */
	public EvidenceBuilder failure(Failure failure) {
		int last = this.lines.size() - 1;
		LogLine line = this.lines.get(last);
		this.lines.set(last,
				new LogLine(line.nanos(), line.level(), line.service(), line.message(), line.logger(), line.thread(),
						line.traceId(), line.spanId(), line.correlationId(), failure, line.fields(), true,
						line.origin()));
		return this;
	}

	public Evidence build() {
		endSource();
		return new Evidence(List.of("order-4711"), this.spans, this.lines, this.searches);
	}

	private static Map<String, String> pairs(String... pairs) {
		Map<String, String> map = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			map.put(pairs[i], pairs[i + 1]);
		}
		return map;
	}

}
