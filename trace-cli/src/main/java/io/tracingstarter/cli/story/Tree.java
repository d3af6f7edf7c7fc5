package io.tracingstarter.cli.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Links spans to their parents. The server's half of a shared span becomes the child of
 * the client's; what would be its own ancestor becomes the first of a tree.
 * <p>
 * Nothing here is recursive: a chain may be as long as there are spans.
 */
final class Tree {

	static final Comparator<Node> IN_TIME = (a, b) -> (a.start != b.start) ? Long.compare(a.start, b.start)
			: Long.compare(b.end, a.end);

	private final List<Node> nodes;

	private int cycles;

	Tree(Map<String, List<Node>> byId) {
		this.nodes = byId.values().stream().flatMap(List::stream).toList();
		for (Node node : this.nodes) {
			link(node, byId);
		}
		breakCycles();
		for (Node node : this.nodes) {
			if (node.parent != null) {
				node.parent.children.add(node);
			}
		}
	}

	int cycles() {
		return this.cycles;
	}

	/** Returns the nodes without parent, in order of time. */
	static List<Node> roots(List<Node> nodes) {
		return nodes.stream().filter((node) -> node.parent == null).sorted(IN_TIME).toList();
	}

	/**
	 * Returns all nodes in order of the tree, each after its parent, siblings in order of
	 * time; notes their index and depth.
	 */
	static List<Node> ordered(List<Node> nodes) {
		List<Node> ordered = new ArrayList<>(nodes.size());
		Deque<Node> open = new ArrayDeque<>();
		pushReversed(open, roots(nodes));
		while (!open.isEmpty()) {
			Node node = open.pop();
			node.index = ordered.size();
			node.depth = (node.parent != null) ? node.parent.depth + 1 : 0;
			ordered.add(node);
			node.children.sort(IN_TIME);
			pushReversed(open, node.children);
		}
		return ordered;
	}

	private static void pushReversed(Deque<Node> open, List<Node> nodes) {
		for (int i = nodes.size() - 1; i >= 0; i--) {
			open.push(nodes.get(i));
		}
	}

	private static void link(Node node, Map<String, List<Node>> byId) {
		List<Node> halves = byId.getOrDefault(SpanMerger.id(node.span.traceId(), node.span.spanId()), List.of());
		if (node.serves()) {
			for (Node half : halves) {
				if (half.calls()) {
					node.parent = half;
					return;
				}
			}
		}
		String parentId = node.span.parentSpanId();
		if (parentId == null || parentId.isBlank() || parentId.chars().allMatch((digit) -> digit == '0')) {
			return;
		}
		List<Node> parents = byId.getOrDefault(SpanMerger.id(node.span.traceId(), parentId), List.of());
		node.parent = parents.stream().max(Comparator.comparingInt((parent) -> fit(parent, node))).orElse(null);
		node.orphan = node.parent == null;
	}

	private static int fit(Node parent, Node child) {
		int within = (parent.start <= child.start && child.end <= parent.end) ? 1 : 0;
		return (parent.sameService(child) ? 4 : 0) + (parent.serves() ? 2 : 0) + within;
	}

	private void breakCycles() {
		Map<Node, Node> walkOf = new IdentityHashMap<>();
		for (Node first : this.nodes) {
			Node node = first;
			while (node != null && !walkOf.containsKey(node)) {
				walkOf.put(node, first);
				node = node.parent;
			}
			if (node != null && walkOf.get(node) == first) {
				earliestOfCycle(node).parent = null;
				this.cycles++;
			}
		}
	}

	private static Node earliestOfCycle(Node member) {
		Node earliest = member;
		for (@Nullable
		Node node = member.parent; node != null && node != member; node = node.parent) {
			earliest = (IN_TIME.compare(node, earliest) < 0) ? node : earliest;
		}
		return earliest;
	}

}
