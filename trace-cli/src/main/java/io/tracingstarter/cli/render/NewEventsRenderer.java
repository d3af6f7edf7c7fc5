package io.tracingstarter.cli.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.tracingstarter.cli.model.LogLevel;
import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.Story;
import io.tracingstarter.cli.model.StoryLine;
import io.tracingstarter.cli.model.StorySpan;
import io.tracingstarter.cli.render.Style.Ink;
import org.jspecify.annotations.Nullable;

/**
 * Shows what a story has that earlier ones had not, a row for each log line and each span
 * that ended, in order of time. For one thread and one request.
 */
public final class NewEventsRenderer {

	private static final int SERVICE = 16;

	private static final int LEVEL = 5;

	private static final int TIME = "12:34:56.789".length();

	private static final int INDENT = TIME + 1 + SERVICE + 1 + LEVEL + 1;

	private static final int ROWS = 3;

	private final TextOptions options;

	/** How often each was shown: a line may say the same as another. */
	private final Map<String, Integer> shown = new HashMap<>();

	public NewEventsRenderer(TextOptions options) {
		this.options = options;
	}

	/**
	 * Writes what is new.
	 * @throws IOException when it cannot be written
	 */
	public void render(Story story, Appendable out) throws IOException {
		Page page = new Page(this.options, out);
		Map<String, Integer> found = new HashMap<>();
		List<Row> rows = new ArrayList<>();
		for (StorySpan span : story.spans()) {
			span.lines().forEach((line) -> add(line, found, rows));
			Span told = span.span();
			if (!span.marks().contains(StorySpan.Mark.REBUILT)
					&& isNew("span " + told.traceId() + " " + told.spanId() + " " + told.kind(), found)) {
				rows.add(new Row(span.endNanos(), span, null));
			}
		}
		story.lines().forEach((line) -> add(line, found, rows));
		rows.sort((a, b) -> Long.compare(a.nanos(), b.nanos()));
		for (Row row : rows) {
			write(page, row);
		}
	}

	private void add(StoryLine line, Map<String, Integer> found, List<Row> rows) {
		LogLine told = line.line();
		if (isNew("line " + told.nanos() / 1_000_000 + " " + told.service() + " " + told.message(), found)) {
			rows.add(new Row(line.nanos(), null, line));
		}
	}

	private boolean isNew(String key, Map<String, Integer> found) {
		int count = found.merge(key, 1, Integer::sum);
		if (count <= this.shown.getOrDefault(key, 0)) {
			return false;
		}
		this.shown.put(key, count);
		return true;
	}

	private void write(Page page, Row row) throws IOException {
		String time = (row.nanos() > 0) ? Times.point(row.nanos(), this.options.zone()).substring(11, 11 + TIME) : "?";
		if (row.span() != null) {
			Span span = row.span().span();
			boolean failed = SpanTree.isFailed(row.span());
			write(page, time, span.service(), "span", page.safe(span.name()) + ", "
					+ Times.duration(row.span().durationNanos()) + " " + SpanTree.status(row.span()),
					failed ? Ink.RED : Ink.FAINT);
		}
		else if (row.line() != null) {
			LogLine line = row.line().line();
			String level = (line.level() == LogLevel.UNKNOWN) ? "-" : line.level().name();
			write(page, time, line.service(), level, page.safe(line.said()), TextLines.ink(line.level()));
			if (line.failure() != null) {
				new TextLines(page, 0).failure(line.failure(), line.message(), " ".repeat(INDENT));
			}
		}
	}

	private static void write(Page page, String time, String service, String level, String text, Ink ink)
			throws IOException {
		String first = page.paint(Ink.FAINT, page.left(time, TIME)) + " " + page.left(page.safe(service), SERVICE) + " "
				+ page.paint(ink, page.left(level, LEVEL)) + " ";
		page.wrapped(first, " ".repeat(INDENT), text, ROWS, ink);
	}

	private record Row(long nanos, @Nullable StorySpan span, @Nullable StoryLine line) {

	}

}
