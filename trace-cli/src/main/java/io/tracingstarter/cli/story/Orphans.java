package io.tracingstarter.cli.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Finds a place for spans whose parents were not found: under the span of the same trace
 * that encloses them most tightly, else beside the first one.
 */
final class Orphans {

	private Orphans() {
	}

	/**
	 * Adopts the orphans.
	 * @param ordered all spans in order of the tree
	 * @return how many there are
	 */
	static int adopt(List<Node> ordered) {
		Map<String, List<Node>> traces = new LinkedHashMap<>();
		for (Node node : ordered) {
			traces.computeIfAbsent(node.span.traceId(), (id) -> new ArrayList<>()).add(node);
		}
		int count = 0;
		for (List<Node> trace : traces.values()) {
			if (trace.stream().anyMatch((node) -> node.orphan)) {
				count += adoptInTrace(trace);
			}
		}
		return count;
	}

	private static int adoptInTrace(List<Node> trace) {
		List<Node> roots = trace.stream().filter((node) -> node.parent == null).toList();
		if (roots.stream().allMatch((root) -> root.orphan)) {
			acceptEntry(roots);
		}
		List<Node> settled = new ArrayList<>();
		// trees follow one another, so the last root is a node's own
		Node root = null;
		for (Node node : trace) {
			root = (node.parent == null || root == null) ? node : root;
			if (!root.orphan) {
				settled.add(node);
			}
		}
		Enclosing enclosing = new Enclosing(settled);
		int count = 0;
		for (Node orphan : roots) {
			if (orphan.orphan) {
				count++;
				Node parent = enclosing.find(orphan.start, orphan.end, (node) -> suits(node, orphan));
				if (parent != null) {
					parent.adopt(orphan);
				}
			}
		}
		return count;
	}

	/** A caller outside of all that is traced, such as a browser, is no loss. */
	private static void acceptEntry(List<Node> roots) {
		Node entry = firstServing(roots);
		if (entry != null) {
			entry.orphan = false;
		}
	}

	private static @Nullable Node firstServing(List<Node> roots) {
		for (Node root : roots) {
			if (root.serves()) {
				return root;
			}
		}
		return null;
	}

	private static boolean suits(Node parent, Node orphan) {
		return orphan.serves() ? parent.calls() && !parent.sameService(orphan) && parent.children.isEmpty()
				: parent.sameService(orphan) && !parent.calls();
	}

}
