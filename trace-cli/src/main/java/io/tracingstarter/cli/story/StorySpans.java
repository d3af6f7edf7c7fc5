package io.tracingstarter.cli.story;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.tracingstarter.cli.model.FirstError;
import io.tracingstarter.cli.model.StorySpan;
import io.tracingstarter.cli.model.StorySpan.Mark;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what was found out of each span.
 */
final class StorySpans {

	private StorySpans() {
	}

	static List<StorySpan> of(List<Node> ordered, @Nullable FirstError firstError) {
		List<StorySpan> spans = new ArrayList<>(ordered.size());
		for (Node node : ordered) {
			int parent = (node.parent != null) ? node.parent.index : -1;
			spans.add(new StorySpan(node.index, parent, node.depth, node.span, node.start, node.end, node.self,
					node.critical, marks(node, firstError), node.sources, node.lines));
		}
		return spans;
	}

	private static Set<Mark> marks(Node node, @Nullable FirstError firstError) {
		Set<Mark> marks = EnumSet.noneOf(Mark.class);
		if (node.orphan) {
			marks.add(Mark.ORPHAN);
		}
		if (node.rebuilt) {
			marks.add(Mark.REBUILT);
		}
		if (node.offset != 0) {
			marks.add(Mark.SKEW_CORRECTED);
		}
		if (firstError != null && firstError.span() == node.index) {
			marks.add(Mark.FIRST_ERROR);
		}
		return marks;
	}

}
