package io.tracingstarter.cli.render;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

import io.tracingstarter.cli.model.Comparison;
import io.tracingstarter.cli.model.Comparison.Row;
import io.tracingstarter.cli.model.FirstError;
import io.tracingstarter.cli.model.Story;
import io.tracingstarter.cli.model.StorySpan;
import io.tracingstarter.cli.render.Style.Ink;
import org.jspecify.annotations.Nullable;

/**
 * Shows two requests side by side, span by span: how long each took, and where the
 * difference is. Threads may share one.
 */
public final class DiffRenderer {

	private static final int MARK = 3;

	private static final int DURATION = 9;

	private static final int DIFFERENCE = 10;

	private static final int RATIO = 7;

	private static final int STATUS = 9;

	/** Durations that differ by less than this are not shown one by one. */
	private static final long ALIKE_NANOS = 10_000_000L;

	private final TextOptions options;

	public DiffRenderer(TextOptions options) {
		this.options = options;
	}

	/**
	 * Writes the comparison.
	 * @throws IOException when it cannot be written
	 */
	public void render(Comparison comparison, Appendable out) throws IOException {
		Page page = new Page(this.options, out);
		Style style = page.style();
		head(page, "A", comparison.first());
		head(page, "B", comparison.second());
		int name = page.width() - MARK - 2 * (DURATION + 1) - DIFFERENCE - 1 - RATIO - 1 - STATUS - 1;
		page.line();
		page.line(page.paint(Ink.FAINT,
				" ".repeat(MARK) + page.left("span", name) + " " + page.right("A", DURATION) + " "
						+ page.right("B", DURATION) + " " + page.right("B - A", DIFFERENCE) + " "
						+ page.right("B / A", RATIO) + " status"));
		writeRows(page, comparison.rows(), name);
		page.line(page.paint(Ink.FAINT, "   1 the greatest difference in self time, 2 the next, up to 5"));
	}

	private static void head(Page page, String label, Story story) throws IOException {
		String status = (story.status() != null) ? ", answered " + story.status() : "";
		page.line(page.paint(Ink.BOLD, label + "  " + page.safe(String.join(", ", story.asked()))));
		page.line("   " + (story.isEmpty() ? "Nothing was found."
				: page.safe(Times.point(story.startNanos(), page.options().zone()) + ", took "
						+ Times.duration(story.durationNanos()) + ", " + story.outcome() + status)));
		FirstError error = story.firstError();
		if (error != null) {
			String message = (error.message() != null) ? ": " + error.message() : "";
			page.wrapped("   ", "   ", page.safe("first error in " + error.service() + ", " + error.what() + message),
					2, Ink.RED);
		}
	}

	private void writeRows(Page page, List<Row> rows, int width) throws IOException {
		List<String> services = new ArrayList<>();
		int shown = 0;
		for (int i = 0; i < rows.size(); i++) {
			Row row = rows.get(i);
			String service = row.any().span().service();
			boolean same = row.depth() > 0 && services.get(row.depth() - 1).equals(service);
			services.subList(row.depth(), services.size()).clear();
			services.add(service);
			int run = run(rows, i);
			if (shown < this.options.maxSpans() || row.rank() > 0) {
				String times = (run > 1) ? page.style().times() + run + " each " : "";
				String name = same || service.isEmpty() ? row.any().span().name()
						: service + ": " + row.any().span().name();
				write(page, row, "  ".repeat(Math.min(row.depth(), width / 5)) + times + page.safe(name), width);
				shown++;
			}
			i += run - 1;
		}
		if (shown >= this.options.maxSpans()) {
			page.line(page.paint(Ink.FAINT, "   " + page.style().ellipsis() + " the first " + this.options.maxSpans()
					+ " rows and the marked ones (--verbose)"));
		}
	}

	/** Returns how many rows from this one on say the same, where they are many. */
	private int run(List<Row> rows, int start) {
		int end = start + 1;
		while (end < rows.size() && isOneSided(rows.get(start), rows.get(end))) {
			end++;
		}
		return (end - start > this.options.maxAlike()) ? end - start : 1;
	}

	private static boolean isOneSided(Row row, Row next) {
		boolean side = (row.first() == null && next.first() == null) || (row.second() == null && next.second() == null);
		return side && row.rank() == 0 && next.rank() == 0 && row.depth() == next.depth()
				&& row.any().span().name().equals(next.any().span().name())
				&& row.any().span().service().equals(next.any().span().service())
				&& row.any().durationNanos() / ALIKE_NANOS == next.any().durationNanos() / ALIKE_NANOS;
	}

	private void write(Page page, Row row, String name, int width) throws IOException {
		StorySpan first = row.first();
		StorySpan second = row.second();
		String difference = "only in " + ((first != null) ? "A" : "B");
		String ratio = "";
		if (first != null && second != null) {
			long nanos = second.durationNanos() - first.durationNanos();
			difference = (nanos > 0) ? "+" + Times.duration(nanos) : Times.duration(nanos);
			ratio = ratio(page, first.durationNanos(), second.durationNanos());
		}
		Ink ink = (row.rank() > 0) ? (row.selfDifference() > 0) ? Ink.RED : Ink.GREEN : Ink.NONE;
		page.line(page.paint(ink,
				page.left((row.rank() > 0) ? Integer.toString(row.rank()) : "", MARK) + page.left(name, width) + " "
						+ page.right(duration(first), DURATION) + " " + page.right(duration(second), DURATION) + " "
						+ page.right(difference, DIFFERENCE) + " " + page.right(ratio, RATIO) + " "
						+ status(page, first, second)));
	}

	private static String duration(@Nullable StorySpan span) {
		return (span != null) ? Times.duration(span.durationNanos()) : "-";
	}

	private static String ratio(Page page, long first, long second) {
		if (first == 0) {
			return "";
		}
		BigDecimal ratio = BigDecimal.valueOf((double) second / first)
			.setScale((second / first >= 10) ? 0 : 1, RoundingMode.HALF_UP);
		return page.style().times() + ratio.toPlainString();
	}

	private static String status(Page page, @Nullable StorySpan first, @Nullable StorySpan second) {
		String before = (first != null) ? SpanTree.status(first) : "";
		String after = (second != null) ? SpanTree.status(second) : "";
		boolean one = first == null || second == null || before.equals(after);
		return page.safe(one ? (first != null) ? before : after
				: (before.isEmpty() ? "ok" : before) + page.style().arrow() + (after.isEmpty() ? "ok" : after));
	}

}
