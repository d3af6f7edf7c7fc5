package io.tracingstarter.cli.source.file;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;

import io.tracingstarter.cli.model.LogLevel;
import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.SpanKind;
import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.Answer;
import io.tracingstarter.cli.source.Limits;
import io.tracingstarter.cli.source.log.LogDecoder;

/**
 * Keeps the newest of a window: warnings, errors and spans that begin the work of a
 * service, or all spans. Threads may share one.
 */
final class RecentEvents {

	private static final LogDecoder DECODER = new LogDecoder();

	// what such a line contains; that others do, too, costs only their decoding
	private static final List<byte[]> MARKS = Stream
		.of("WARN", "ERROR", "FATAL", "SEVERE", "CRIT", "PANIC", "warn", "error", "fatal", "crit", "panic", "Warn",
				"Error", "Fatal", "Crit", "span\":", "span\\\":", "\"level\":4", "\"level\":5", "\"level\":6",
				"\"level\": 4", "\"level\": 5", "\"level\": 6")
		.map((text) -> text.getBytes(StandardCharsets.US_ASCII))
		.toList();

	private static final List<byte[]> SPAN_MARKS = List.of(LogDecoder.SPAN_MARK.getBytes(StandardCharsets.US_ASCII));

	private final boolean allSpans;

	private final TimeWindow window;

	private final Limits limits;

	private final PriorityQueue<LogLine> lines = new PriorityQueue<>(Comparator.comparingLong(LogLine::nanos));

	private final PriorityQueue<Span> spans = new PriorityQueue<>(Comparator.comparingLong(Span::endNanos));

	private RecentEvents(boolean allSpans, TimeWindow window, Limits limits) {
		this.allSpans = allSpans;
		this.window = window;
		this.limits = limits;
	}

	static RecentEvents ofRequests(TimeWindow window, Limits limits) {
		return new RecentEvents(false, window, limits);
	}

	static RecentEvents ofSpans(TimeWindow window, Limits limits) {
		return new RecentEvents(true, window, limits);
	}

	FileSearch.Matchers matchers() {
		BytePatterns patterns = new BytePatterns(this.allSpans ? SPAN_MARKS : MARKS);
		LineScanner.Matcher matcher = new LineScanner.Matcher() {

			@Override
			public int longest() {
				return patterns.longest();
			}

			@Override
			public int find(byte[] text, int from, int to) {
				return (int) (patterns.find(text, from, to) >> 32);
			}

		};
		return (channel) -> matcher;
	}

	LineScanner.Sink of(String file) {
		return (buffer, start, end, offset, line, total) -> {
			String origin = LogEvents.origin(file, offset, line);
			LogDecoder.Decoded decoded = DECODER.decode(LogEvents.text(buffer, start, end),
					new LogDecoder.Place(0, "", origin));
			if (decoded.span() != null) {
				add(decoded.span());
			}
			else if (decoded.line() != null) {
				add(decoded.line());
			}
		};
	}

	private synchronized void add(Span span) {
		boolean wanted = this.allSpans || span.kind() == SpanKind.SERVER || span.parentSpanId() == null;
		if (wanted && isInside(span.endNanos())) {
			this.spans.add(span);
			if (this.spans.size() > this.limits.spans()) {
				this.spans.poll();
			}
		}
	}

	private synchronized void add(LogLine line) {
		if (!this.allSpans && line.level().compareTo(LogLevel.WARN) >= 0 && isInside(line.nanos())) {
			this.lines.add(line);
			if (this.lines.size() > this.limits.lines()) {
				this.lines.poll();
			}
		}
	}

	private boolean isInside(long nanos) {
		return nanos >= this.window.fromNanos() && nanos < this.window.untilNanos();
	}

	/**
	 * Returns whether nothing that happened before is among the newest any more.
	 */
	synchronized boolean isTooOld(long nanos) {
		Span span = (this.spans.size() >= this.limits.spans()) ? this.spans.peek() : null;
		LogLine line = (this.lines.size() >= this.limits.lines()) ? this.lines.peek() : null;
		return (span != null && nanos < span.endNanos()) || (line != null && nanos < line.nanos());
	}

	synchronized Answer answer(List<String> notes) {
		List<Span> newestSpans = this.spans.stream()
			.sorted(Comparator.comparingLong(Span::endNanos).reversed())
			.toList();
		List<LogLine> newestLines = this.lines.stream()
			.sorted(Comparator.comparingLong(LogLine::nanos).reversed())
			.toList();
		return new Answer(newestSpans, newestLines, notes);
	}

}
