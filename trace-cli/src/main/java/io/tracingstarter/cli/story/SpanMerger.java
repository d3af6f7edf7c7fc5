package io.tracingstarter.cli.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.tracingstarter.cli.model.Span;
import org.jspecify.annotations.Nullable;

/**
 * Makes one node of the same span from several sources. The halves that client and server
 * share stay two, and so do spans that have an id in common by mistake.
 */
final class SpanMerger {

	/** More than a client's and a server's half is somebody's mistake, or an attack. */
	private static final int MAX_NODES_OF_AN_ID = 8;

	private final Map<String, List<Node>> byId = new LinkedHashMap<>();

	private int leftOut;

	void add(Span told, String source) {
		Span span = SameSpan.plausible(told);
		List<Node> nodes = this.byId.computeIfAbsent(id(span.traceId(), span.spanId()), (id) -> new ArrayList<>(1));
		Node node = find(nodes, span);
		if (node == null) {
			if (nodes.size() == MAX_NODES_OF_AN_ID) {
				this.leftOut++;
				return;
			}
			node = new Node(span);
			nodes.add(node);
		}
		else {
			node.span = SameSpan.merge(node.span, span);
			node.correct(0);
		}
		if (!source.isEmpty()) {
			node.sources.add(source);
		}
	}

	private static @Nullable Node find(List<Node> nodes, Span span) {
		for (Node node : nodes) {
			if (SameSpan.isSame(node.span, span)) {
				return node;
			}
		}
		return null;
	}

	static String id(String traceId, String spanId) {
		return traceId + '/' + spanId;
	}

	/** Returns the nodes of each id: one, or the two halves, or contradicting ones. */
	Map<String, List<Node>> byId() {
		return this.byId;
	}

	List<Node> nodes() {
		return this.byId.values().stream().flatMap(List::stream).toList();
	}

	int leftOut() {
		return this.leftOut;
	}

	/** Returns how many ids several spans have that are not the halves of one. */
	int contradictions() {
		return (int) this.byId.values().stream().filter(SpanMerger::contradict).count();
	}

	private static boolean contradict(List<Node> nodes) {
		return nodes.size() > 2 || (nodes.size() == 2
				&& !(nodes.stream().anyMatch(Node::calls) && nodes.stream().anyMatch(Node::serves)));
	}

}
