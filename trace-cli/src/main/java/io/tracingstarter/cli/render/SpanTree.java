package io.tracingstarter.cli.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.tracingstarter.cli.model.LogLevel;
import io.tracingstarter.cli.model.SpanKind;
import io.tracingstarter.cli.model.SpanStatus;
import io.tracingstarter.cli.model.StorySpan;
import io.tracingstarter.cli.model.StorySpan.Mark;

/**
 * The spans of a story by parent, with what lies below each.
 */
final class SpanTree {

	private final List<StorySpan> spans;

	private final List<Integer> roots = new ArrayList<>();

	private final int[] firstChild;

	private final int[] nextSibling;

	private final int[] spanCounts;

	private final long[] lineCounts;

	private final boolean[] troubled;

	SpanTree(List<StorySpan> spans) {
		this.spans = spans;
		int count = spans.size();
		this.firstChild = new int[count];
		this.nextSibling = new int[count];
		this.spanCounts = new int[count];
		this.lineCounts = new long[count];
		this.troubled = new boolean[count];
		Arrays.fill(this.firstChild, -1);
		Arrays.fill(this.nextSibling, -1);
		// each span comes after its parent: from the last to the first, all below is
		// known
		for (int i = count - 1; i >= 0; i--) {
			StorySpan span = spans.get(i);
			this.spanCounts[i]++;
			this.lineCounts[i] += span.lines().size();
			this.troubled[i] |= isTroubled(span);
			int parent = span.parent();
			if (parent >= 0) {
				this.nextSibling[i] = this.firstChild[parent];
				this.firstChild[parent] = i;
				this.spanCounts[parent] += this.spanCounts[i];
				this.lineCounts[parent] += this.lineCounts[i];
				this.troubled[parent] |= this.troubled[i];
			}
		}
		spans.stream().filter((span) -> span.parent() < 0).forEach((span) -> this.roots.add(span.index()));
	}

	List<Integer> roots() {
		return this.roots;
	}

	List<Integer> children(int span) {
		List<Integer> children = new ArrayList<>();
		for (int child = this.firstChild[span]; child >= 0; child = this.nextSibling[child]) {
			children.add(child);
		}
		return children;
	}

	StorySpan get(int span) {
		return this.spans.get(span);
	}

	/** Returns how many spans there are from this one down. */
	int spanCount(int span) {
		return this.spanCounts[span];
	}

	long lineCount(int span) {
		return this.lineCounts[span];
	}

	/** Returns whether anything failed from this one down. */
	boolean isTroubled(int span) {
		return this.troubled[span];
	}

	static boolean isFailed(StorySpan span) {
		return span.span().failed() || (span.span().kind() == SpanKind.SERVER && span.span().httpStatus() >= 500);
	}

	/**
	 * Returns what the span answered, for a reader; an empty text where nothing is known.
	 */
	static String status(StorySpan span) {
		String answer = span.span().answer();
		return (answer != null) ? answer : isFailed(span) ? "ERROR" : "";
	}

	private static boolean isTroubled(StorySpan span) {
		return isFailed(span) || span.marks().contains(Mark.FIRST_ERROR)
				|| span.lines().stream().anyMatch((line) -> line.line().level().compareTo(LogLevel.ERROR) >= 0);
	}

}
