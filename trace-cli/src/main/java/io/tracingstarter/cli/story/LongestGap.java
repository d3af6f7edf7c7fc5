package io.tracingstarter.cli.story;

import java.util.ArrayList;
import java.util.List;

import io.tracingstarter.cli.model.StoryLine;

/**
 * The longest time in a span in which it has neither a child nor a log line.
 *
 * @param from its beginning
 * @param until its end
 */
record LongestGap(long from, long until) {

	static LongestGap of(Node node) {
		List<long[]> known = new ArrayList<>();
		node.children.forEach((child) -> known.add(new long[] { child.start, child.end }));
		for (StoryLine line : node.lines) {
			known.add(new long[] { line.nanos(), line.nanos() });
		}
		known.add(new long[] { node.end, node.end });
		known.sort((a, b) -> Long.compare(a[0], b[0]));
		LongestGap longest = new LongestGap(node.start, node.start);
		long until = node.start;
		for (long[] interval : known) {
			long next = Math.min(interval[0], node.end);
			if (next - until > longest.until - longest.from) {
				longest = new LongestGap(until, next);
			}
			until = Math.max(until, interval[1]);
		}
		return longest;
	}

}
