package io.tracingstarter.cli.story;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Finds out where the time went: how much of each span no child explains, and which spans
 * the end of the request waited for.
 */
final class Timing {

	private static final Comparator<Node> LAST_TO_END = (a, b) -> Long.compare(b.end, a.end);

	private Timing() {
	}

	/** Works on spans in order of the tree, their children in order of time. */
	static void measure(List<Node> ordered) {
		for (Node node : ordered) {
			node.self = node.end - node.start - covered(node);
		}
		markCritical(ordered);
	}

	private static long covered(Node node) {
		long covered = 0;
		long until = node.start;
		for (Node child : node.children) {
			long from = Math.max(until, child.start);
			long to = Math.min(node.end, child.end);
			if (to > from) {
				covered += to - from;
				until = to;
			}
		}
		return covered;
	}

	/**
	 * Walks back from the end: what ended last was waited for, and before it began, what
	 * had ended last until then. A child that outlives its parent counts up to the
	 * parent's end.
	 */
	private static void markCritical(List<Node> ordered) {
		Deque<Node> open = new ArrayDeque<>();
		markLast(ordered.stream().filter((node) -> node.parent == null).toList(), Long.MAX_VALUE, open);
		while (!open.isEmpty()) {
			Node node = open.pop();
			markLast(node.children, node.end, open);
		}
	}

	private static void markLast(List<Node> siblings, long end, Deque<Node> open) {
		long until = end;
		for (Node node : siblings.stream().sorted(LAST_TO_END).toList()) {
			if (node.start <= end && Math.min(node.end, end) <= until) {
				node.critical = true;
				open.push(node);
				until = Math.min(until, node.start);
			}
		}
	}

}
