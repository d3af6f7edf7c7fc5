package io.tracingstarter.cli.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.tracingstarter.cli.model.LogLevel;
import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.SpanKind;
import io.tracingstarter.cli.model.SpanStatus;
import io.tracingstarter.cli.model.StoryLine;

/**
 * Rebuilds a waterfall from log lines where there are no spans: one for each service of a
 * trace, from its first line to its last, inside the one that encloses it.
 */
final class Rebuilder {

	private Rebuilder() {
	}

	/**
	 * Rebuilds what can be rebuilt.
	 * @param loose the lines that belong to no span; those that now do are taken away
	 * @param traced the traces that have spans
	 * @return the new spans
	 */
	static List<Node> rebuild(List<StoryLine> loose, Set<String> traced) {
		Map<String, List<StoryLine>> groups = new LinkedHashMap<>();
		List<StoryLine> rest = new ArrayList<>();
		for (StoryLine line : loose) {
			String trace = line.line().traceId();
			boolean usable = line.nanos() > 0 && !line.line().service().isEmpty()
					&& ((trace != null) ? !traced.contains(trace) : traced.isEmpty());
			if (usable) {
				String key = SpanMerger.id((trace != null) ? trace : "", ServiceNames.key(line.line().service()));
				groups.computeIfAbsent(key, (id) -> new ArrayList<>()).add(line);
			}
			else {
				rest.add(line);
			}
		}
		loose.clear();
		loose.addAll(rest);
		List<Node> nodes = groups.values().stream().map(Rebuilder::node).sorted(Tree.IN_TIME).toList();
		nest(nodes);
		return nodes;
	}

	private static Node node(List<StoryLine> lines) {
		StoryLine first = lines.get(0);
		StoryLine last = lines.get(lines.size() - 1);
		boolean failed = lines.stream().anyMatch((line) -> line.line().level().compareTo(LogLevel.ERROR) >= 0);
		String trace = first.line().traceId();
		Node node = new Node(new Span((trace != null) ? trace : "", "", null, first.line().service(),
				(lines.size() == 1) ? "1 log line" : lines.size() + " log lines", SpanKind.INTERNAL, first.nanos(),
				last.nanos(), failed ? SpanStatus.ERROR : SpanStatus.UNSET, null, Map.of(), List.of()));
		node.rebuilt = true;
		node.lines = lines;
		return node;
	}

	private static void nest(List<Node> inTime) {
		Deque<Node> open = new ArrayDeque<>();
		for (Node node : inTime) {
			while (!open.isEmpty() && open.peek().end < node.end) {
				open.pop();
			}
			Node parent = open.peek();
			if (parent != null) {
				parent.adopt(node);
			}
			open.push(node);
		}
	}

}
