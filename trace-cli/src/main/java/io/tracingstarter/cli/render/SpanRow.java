package io.tracingstarter.cli.render;

import java.io.IOException;
import java.util.function.DoubleUnaryOperator;

import io.tracingstarter.cli.model.Story;
import io.tracingstarter.cli.model.StorySpan;
import io.tracingstarter.cli.model.StorySpan.Mark;
import io.tracingstarter.cli.render.Style.Ink;

/**
 * One row of a waterfall: marks, name, bar, duration, self time and status, in columns.
 */
final class SpanRow {

	private static final int GUTTER = 3;

	private static final int DURATION = 9;

	private static final int STATUS = 8;

	private static final int MAX_NAME = 80;

	private static final int WIDE = 100;

	private final Page page;

	private final long start;

	private final double total;

	private final int name;

	private final int bar;

	SpanRow(Page page, Story story) {
		this.page = page;
		this.start = story.startNanos();
		this.total = Math.max(1, story.durationNanos());
		int room = page.width() - GUTTER - 1 - 2 * (DURATION + 1) - 1 - STATUS;
		// what is narrow has to be read before it can be compared
		this.name = Math.min(MAX_NAME, room * ((page.width() < WIDE) ? 14 : 11) / 20);
		this.bar = room - this.name;
	}

	void writeHead() throws IOException {
		String scale = "0" + this.page.right(Times.duration((long) this.total), this.bar - 1);
		this.page.line(this.page.paint(Ink.FAINT, " ".repeat(GUTTER) + this.page.left("span", this.name) + " " + scale
				+ " " + this.page.right("duration", DURATION) + " " + this.page.right("self", DURATION) + " status"));
	}

	/**
	 * Writes the row of a span.
	 * @param text its name, safe
	 * @param depth how deep it lies
	 */
	void write(StorySpan span, String text, int depth) throws IOException {
		boolean failed = SpanTree.isFailed(span);
		boolean first = span.marks().contains(Mark.FIRST_ERROR);
		Ink ink = first ? Ink.BOLD_RED : failed ? Ink.RED : Ink.NONE;
		write(first ? "!!" : failed ? "!" : "", text, depth, bar(span.startNanos(), span.endNanos(), span.critical()),
				span.durationNanos(), span.selfNanos(), SpanTree.status(span) + marks(span), ink);
	}

	/** Writes the row of spans that do the same. */
	void write(AlikeSpans alike, SpanTree tree, String text, int depth) throws IOException {
		long until = 0;
		long duration = 0;
		long self = 0;
		boolean failed = false;
		boolean critical = false;
		for (int member : alike.members()) {
			StorySpan span = tree.get(member);
			until = Math.max(until, span.endNanos());
			duration = Math.max(duration, duration + span.durationNanos());
			self = Math.max(self, self + span.selfNanos());
			failed |= tree.isTroubled(member);
			critical |= span.critical();
		}
		write(failed ? "!" : "", text, depth, bar(alike.first(tree).startNanos(), until, critical), duration, self,
				"sum", failed ? Ink.RED : Ink.NONE);
	}

	private void write(String mark, String text, int depth, String bar, long duration, long self, String status,
			Ink ink) throws IOException {
		Ink ofBar = (ink != Ink.NONE) ? ink : (bar.indexOf(this.page.style().bar(true)) >= 0) ? Ink.CYAN : Ink.FAINT;
		this.page.line(this.page.paint(ink, this.page.left(mark, GUTTER))
				+ this.page.paint(ink, this.page.left(indent(depth) + text, this.name)) + " "
				+ this.page.paint(ofBar, bar) + " " + this.page.right(Times.duration(duration), DURATION) + " "
				+ this.page.paint(Ink.FAINT, this.page.right(Times.duration(self), DURATION)) + " "
				+ this.page.paint(ink, status));
	}

	/** Returns the blanks before a name; very deep ones tell their depth. */
	String indent(int depth) {
		int max = this.name / 5;
		return (depth <= max) ? "  ".repeat(depth) : this.page.left("(" + depth + ")", 2 * max);
	}

	/** Returns the blanks before what stands below a name. */
	String below(int depth) {
		return " ".repeat(GUTTER + 2 * Math.min(depth + 1, this.name / 5));
	}

	private String bar(long from, long until, boolean critical) {
		int first = cell(from, (cell) -> Math.floor(cell));
		int last = Math.max(first + 1, cell(until, (cell) -> Math.ceil(cell)));
		if (first >= this.bar) {
			first = this.bar - 1;
			last = this.bar;
		}
		String drawn = String.valueOf(this.page.style().bar(critical)).repeat(last - first);
		return " ".repeat(first) + drawn + " ".repeat(this.bar - last);
	}

	private int cell(long nanos, DoubleUnaryOperator rounding) {
		double cell = rounding.applyAsDouble((nanos - this.start) / this.total * this.bar);
		return (int) Math.max(0, Math.min(this.bar, cell));
	}

	private static String marks(StorySpan span) {
		StringBuilder marks = new StringBuilder();
		if (span.marks().contains(Mark.ORPHAN)) {
			marks.append(" ?");
		}
		if (span.marks().contains(Mark.REBUILT)) {
			marks.append(" ~");
		}
		if (span.marks().contains(Mark.SKEW_CORRECTED)) {
			marks.append(" c");
		}
		return marks.toString();
	}

}
