package io.tracingstarter.cli.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.tracingstarter.cli.model.SpanKind;
import io.tracingstarter.cli.model.StorySpan;

/**
 * Spans beside each other that do the same, shown as one row because there are many.
 *
 * @param members their places in the story, in order of time
 */
record AlikeSpans(List<Integer> members) {

	private static final int MAX_TROUBLED = 3;

	/**
	 * Finds among siblings those that do the same. Of many, the first, the slowest and
	 * some that failed are left out, to be shown by themselves.
	 * @param max how many may do the same before they become one row
	 */
	static List<AlikeSpans> among(List<Integer> siblings, SpanTree tree, int max) {
		List<AlikeSpans> found = new ArrayList<>();
		if (siblings.size() <= max) {
			return found;
		}
		Map<What, List<Integer>> groups = new LinkedHashMap<>();
		for (int sibling : siblings) {
			StorySpan span = tree.get(sibling);
			What what = new What(span.span().service(), span.span().name(), span.span().kind());
			groups.computeIfAbsent(what, (key) -> new ArrayList<>()).add(sibling);
		}
		for (List<Integer> group : groups.values()) {
			if (group.size() > max) {
				Set<Integer> shown = new HashSet<>();
				shown.add(group.get(0));
				shown.add(group.stream()
					.max(Comparator.comparingLong((span) -> tree.get(span).durationNanos()))
					.orElseThrow());
				group.stream().filter(tree::isTroubled).limit(MAX_TROUBLED).forEach(shown::add);
				found.add(new AlikeSpans(group.stream().filter((span) -> !shown.contains(span)).toList()));
			}
		}
		return found;
	}

	StorySpan first(SpanTree tree) {
		return tree.get(this.members.get(0));
	}

	private record What(String service, String name, SpanKind kind) {

	}

}
