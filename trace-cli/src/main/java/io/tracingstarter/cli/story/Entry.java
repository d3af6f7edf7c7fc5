package io.tracingstarter.cli.story;

import java.util.List;

import io.tracingstarter.cli.model.Story.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The span by which a request came in: the first one that serves, else the first.
 *
 * @param node null where there is no span
 */
record Entry(@Nullable Node node) {

	static Entry of(List<Node> ordered) {
		Node first = null;
		for (Node node : ordered) {
			if (node.parent == null && !node.rebuilt) {
				if (node.serves()) {
					return new Entry(node);
				}
				first = (first != null) ? first : node;
			}
		}
		return new Entry(first);
	}

	Outcome outcome(boolean anyError) {
		if (this.node == null) {
			return Outcome.UNKNOWN;
		}
		if (this.node.failed()) {
			return Outcome.FAILED;
		}
		return anyError ? Outcome.RECOVERED : Outcome.OK;
	}

	@Nullable String status() {
		return (this.node != null) ? this.node.span.answer() : null;
	}

}
