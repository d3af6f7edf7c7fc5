package io.tracingstarter.cli.render;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

import io.tracingstarter.cli.model.Story;
import io.tracingstarter.cli.model.StorySpan;
import io.tracingstarter.cli.model.StorySpan.Mark;
import io.tracingstarter.cli.render.Style.Ink;
import org.jspecify.annotations.Nullable;

/**
 * The spans of a story as a tree with bars, and in each, in order of time, its log lines
 * and the spans it called. Not recursive, however deep the tree is.
 */
final class TextWaterfall {

	private final Page page;

	private final SpanTree tree;

	private final SpanRow row;

	private final TextLines lines;

	private final Set<Mark> marks = EnumSet.noneOf(Mark.class);

	private int shown;

	private int leftOut;

	TextWaterfall(Page page, Story story) {
		this.page = page;
		this.tree = new SpanTree(story.spans());
		this.row = new SpanRow(page, story);
		this.lines = new TextLines(page, story.startNanos());
	}

	void write() throws IOException {
		this.page.line();
		this.row.writeHead();
		Deque<Open> open = new ArrayDeque<>();
		open.push(new Open(-1, items(this.tree.roots(), SelectedLines.of(List.of(), 0)).iterator(), 0));
		while (!open.isEmpty()) {
			Open current = open.peek();
			if (!current.items.hasNext()) {
				open.pop();
				close(current);
				continue;
			}
			Item item = current.items.next();
			if (item.line != null) {
				this.lines.write(item.line, this.tree.get(current.span).span().service(),
						this.row.below(open.size() - 2));
			}
			else if (item.alike != null) {
				write(item.alike, current, open.size() - 1);
			}
			else if (this.shown >= this.page.options().maxSpans()) {
				this.leftOut += this.tree.spanCount(item.span);
			}
			else {
				open.push(open(item.span, current, open.size() - 1));
			}
		}
		writeLeftOut();
		writeLegend();
	}

	private Open open(int index, Open above, int depth) throws IOException {
		StorySpan span = this.tree.get(index);
		this.shown++;
		this.marks.addAll(span.marks());
		this.row.write(span, name(span, above), depth);
		String below = this.row.below(depth);
		new SpanDetails(this.page, this.lines).write(span, below);
		SelectedLines selected = SelectedLines.of(span.lines(), this.page.options().maxLines());
		return new Open(index, items(this.tree.children(index), selected).iterator(), selected.leftOut());
	}

	private void close(Open closed) throws IOException {
		if (closed.linesLeftOut > 0) {
			this.page.line(this.page.paint(Ink.FAINT, this.row.below(this.tree.get(closed.span).depth())
					+ this.page.style().ellipsis() + " " + closed.linesLeftOut + " more log lines (--verbose)"));
		}
	}

	private void write(AlikeSpans alike, Open above, int depth) throws IOException {
		long below = alike.members().stream().mapToLong((span) -> this.tree.spanCount(span) - 1).sum();
		long lines = alike.members().stream().mapToLong(this.tree::lineCount).sum();
		String more = ((below > 0) ? " with " + TextHeader.count(below, "span") : "")
				+ ((lines > 0) ? " with " + TextHeader.count(lines, "log line") : "");
		String text = this.page.style().times() + alike.members().size() + " " + name(alike.first(this.tree), above)
				+ more;
		this.row.write(alike, this.tree, text, depth);
	}

	private String name(StorySpan span, Open above) {
		String service = span.span().service();
		boolean same = above.span >= 0 && this.tree.get(above.span).span().service().equals(service);
		return (same || service.isEmpty()) ? this.page.safe(span.span().name())
				: this.page.safe(service + ": " + span.span().name());
	}

	private List<Item> items(List<Integer> spans, SelectedLines selected) {
		List<AlikeSpans> groups = AlikeSpans.among(spans, this.tree, this.page.options().maxAlike());
		Set<Integer> grouped = new HashSet<>();
		groups.forEach((group) -> grouped.addAll(group.members()));
		List<Item> items = new ArrayList<>();
		selected.lines().forEach((line) -> items.add(new Item(line.line().nanos(), line, null, -1)));
		groups.forEach((group) -> items.add(new Item(group.first(this.tree).startNanos(), null, group, -1)));
		spans.stream()
			.filter((span) -> !grouped.contains(span))
			.forEach((span) -> items.add(new Item(this.tree.get(span).startNanos(), null, null, span)));
		items.sort((a, b) -> Long.compare(a.nanos(), b.nanos()));
		return items;
	}

	private void writeLeftOut() throws IOException {
		if (this.leftOut > 0) {
			this.page.line(this.page.paint(Ink.FAINT, "   " + this.page.style().ellipsis() + " " + this.leftOut
					+ " more spans (--verbose, --json or --html FILE)"));
		}
	}

	private void writeLegend() throws IOException {
		StringBuilder legend = new StringBuilder();
		legend.append(this.page.style().bar(true)).append(" waited for  ");
		legend.append(this.page.style().bar(false)).append(" not waited for");
		if (this.marks.contains(Mark.FIRST_ERROR)) {
			legend.append("  !! first error");
		}
		if (this.marks.contains(Mark.ORPHAN)) {
			legend.append("  ? parent not found");
		}
		if (this.marks.contains(Mark.REBUILT)) {
			legend.append("  ~ from log lines");
		}
		if (this.marks.contains(Mark.SKEW_CORRECTED)) {
			legend.append("  c clock corrected");
		}
		this.page.wrapped("   ", "   ", legend.toString(), 3, Ink.FAINT);
	}

	/** A span whose contents are being written. */
	private record Open(int span, Iterator<Item> items, int linesLeftOut) {

	}

	/** Something that stands in a span: a log line, a span, or several spans. */
	private record Item(long nanos, SelectedLines.@Nullable Repeated line, @Nullable AlikeSpans alike, int span) {

	}

}
