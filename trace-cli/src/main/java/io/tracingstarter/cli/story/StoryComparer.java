package io.tracingstarter.cli.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import io.tracingstarter.cli.model.Comparison;
import io.tracingstarter.cli.model.Comparison.Row;
import io.tracingstarter.cli.model.SpanKind;
import io.tracingstarter.cli.model.Story;
import io.tracingstarter.cli.model.StorySpan;
import org.jspecify.annotations.Nullable;

/**
 * Puts two requests side by side: spans belong together that have the same service, name
 * and kind, below spans that belong together; the second of several with the second.
 */
public final class StoryComparer {

	private static final int MAX_RANK = 5;

	/** What may well be chance is not marked. */
	private static final long MIN_DIFFERENCE = Nanos.MILLISECOND;

	private StoryComparer() {
	}

	public static Comparison compare(Story first, Story second) {
		Map<Place, Pair> pairs = new HashMap<>();
		Pair top = new Pair();
		add(first, pairs, top, true);
		add(second, pairs, top, false);
		List<Row> rows = new ArrayList<>();
		Deque<Pair> open = new ArrayDeque<>();
		pushReversed(open, top.children);
		while (!open.isEmpty()) {
			Pair pair = open.pop();
			rows.add(new Row(pair.depth, pair.first, pair.second, 0));
			pushReversed(open, pair.children);
		}
		return new Comparison(first, second, ranked(rows));
	}

	private static void add(Story story, Map<Place, Pair> pairs, Pair top, boolean first) {
		List<Pair> ofSpans = new ArrayList<>(story.spans().size());
		Map<Place, Integer> occurrences = new HashMap<>();
		for (StorySpan span : story.spans()) {
			Pair parent = (span.parent() >= 0) ? ofSpans.get(span.parent()) : top;
			Place any = Place.of(parent, span, 0);
			Place place = Place.of(parent, span, occurrences.merge(any, 1, Integer::sum));
			Pair pair = pairs.get(place);
			if (pair == null) {
				pair = new Pair();
				pair.depth = parent.depth + 1;
				parent.children.add(pair);
				pairs.put(place, pair);
			}
			if (first) {
				pair.first = span;
			}
			else {
				pair.second = span;
			}
			ofSpans.add(pair);
		}
	}

	private static void pushReversed(Deque<Pair> open, List<Pair> pairs) {
		for (int i = pairs.size() - 1; i >= 0; i--) {
			open.push(pairs.get(i));
		}
	}

	private static List<Row> ranked(List<Row> rows) {
		List<Row> greatest = rows.stream()
			.filter((row) -> Math.abs(row.selfDifference()) >= MIN_DIFFERENCE)
			.sorted(Comparator.<Row>comparingLong((row) -> Math.abs(row.selfDifference())).reversed())
			.limit(MAX_RANK)
			.toList();
		Map<Row, Integer> ranks = new IdentityHashMap<>();
		greatest.forEach((row) -> ranks.put(row, ranks.size() + 1));
		return rows.stream()
			.map((row) -> new Row(row.depth(), row.first(), row.second(), ranks.getOrDefault(row, 0)))
			.toList();
	}

	private static final class Pair {

		private @Nullable StorySpan first;

		private @Nullable StorySpan second;

		private int depth = -1;

		private final List<Pair> children = new ArrayList<>(0);

	}

	private record Place(Pair parent, String service, String name, SpanKind kind, int occurrence) {

		static Place of(Pair parent, StorySpan span, int occurrence) {
			return new Place(parent, ServiceNames.key(span.span().service()), span.span().name(), span.span().kind(),
					occurrence);
		}

	}

}
