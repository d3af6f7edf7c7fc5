package io.tracingstarter.cli.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.model.Search;
import io.tracingstarter.cli.model.Warning;
import io.tracingstarter.cli.model.Warning.Kind;

/**
 * Gathers what a reader should know before trusting a story.
 */
final class StoryWarnings {

	private static final int MAX_NAMED = 5;

	private final List<Warning> warnings = new ArrayList<>();

	List<Warning> all() {
		return this.warnings;
	}

	void add(Kind kind, String text) {
		this.warnings.add(new Warning(kind, text));
	}

	void merged(SpanMerger merger, Tree tree) {
		if (merger.contradictions() > 0) {
			add(Kind.INCONSISTENT, spans(merger.contradictions(), "span id is", "span ids are")
					+ " used by several spans that contradict each other; each is shown.");
		}
		if (tree.cycles() > 0) {
			add(Kind.INCONSISTENT, spans(tree.cycles(), "chain of spans is its own ancestor",
					"chains of spans are their own ancestors") + "; each was cut before its earliest span.");
		}
		if (merger.leftOut() > 0) {
			add(Kind.LEFT_OUT, spans(merger.leftOut(), "span was", "spans were")
					+ " left out: too many different ones have the same id.");
		}
	}

	void orphans(int count) {
		if (count > 0) {
			add(Kind.ORPHANS, spans(count, "span has a parent that was", "spans have parents that were")
					+ " not found, and " + ((count == 1) ? "stands" : "stand") + " where the time fits best.");
		}
	}

	/** Tells of services whose clocks differ from those of their callers. */
	void skew(List<Node> ordered) {
		Map<String, Set<Long>> offsets = new LinkedHashMap<>();
		for (Node node : ordered) {
			if (node.offset != 0) {
				offsets.computeIfAbsent(node.span.service(), (service) -> new LinkedHashSet<>()).add(node.offset);
			}
		}
		offsets.forEach((service, values) -> {
			long offset = values.iterator().next();
			String by = (values.size() > 1) ? "The clocks of " + service + " differ" : "The clock of " + service
					+ " is " + Nanos.text(Math.abs(offset)) + ((offset > 0) ? " ahead" : " behind");
			add(Kind.CLOCK_SKEW, by + "; its times were corrected.");
		});
	}

	/** Tells of traces that log lines name, but of which there are no spans. */
	void notSampled(List<LogLine> lines, Set<String> traced, boolean rebuilt) {
		Map<String, Integer> untraced = new LinkedHashMap<>();
		for (LogLine line : lines) {
			if (line.traceId() != null && !traced.contains(line.traceId())) {
				untraced.merge(line.traceId(), 1, Integer::sum);
			}
		}
		untraced.entrySet()
			.stream()
			.limit(MAX_NAMED)
			.forEach((entry) -> add(Kind.NOT_SAMPLED,
					"Trace " + entry.getKey() + " has " + spans(entry.getValue(), "log line", "log lines")
							+ " and no spans: it was probably not sampled."));
		if (untraced.size() > MAX_NAMED) {
			add(Kind.NOT_SAMPLED, "So have " + (untraced.size() - MAX_NAMED) + " more traces.");
		}
		if (rebuilt) {
			add(Kind.REBUILT,
					(traced.isEmpty() ? "There are no spans. What is shown of each service"
							: "What is shown of services without spans")
							+ " goes from its first log line to its last.");
		}
	}

	/**
	 * Tells of calls that were answered by a service of which no span was found.
	 */
	void missingServices(List<Node> ordered, ServiceNames services) {
		Map<String, int[]> calls = new TreeMap<>();
		for (Node node : ordered) {
			String remote = SpanFacts.remote(node.span);
			if (!node.calls() || remote == null || SpanFacts.callsInfrastructure(node.span)) {
				continue;
			}
			boolean answered = !node.span.failed() || node.span.answer() != null;
			boolean seen = node.children.stream().anyMatch((child) -> child.serves() || !child.sameService(node));
			int[] counts = calls.computeIfAbsent(remote, (name) -> new int[2]);
			counts[0] += seen ? 1 : 0;
			counts[1] += (!seen && answered) ? 1 : 0;
		}
		calls.forEach((remote, counts) -> {
			boolean expected = counts[0] > 0 || services.isKnown(remote) || SpanFacts.isOwn(remote);
			if (counts[1] > 0 && expected) {
				add(Kind.MISSING_SERVICE, spans(counts[1], "call", "calls") + " to " + remote + " "
						+ ((counts[1] == 1) ? "was" : "were") + " answered, but "
						+ ((counts[0] > 0)
								? "only " + counts[0] + " of " + (counts[0] + counts[1]) + " have spans there."
								: services.isKnown(remote) ? "no span of it was found." : "nothing of it was found."));
			}
		});
	}

	/** Tells of the longest time in a first span of which nothing is known. */
	void gaps(List<Node> ordered, long storyStart, StorySettings settings) {
		for (Node node : ordered) {
			if (node.parent == null && !node.rebuilt) {
				LongestGap gap = LongestGap.of(node);
				long length = gap.until() - gap.from();
				if (length >= settings.gap().toNanos() && length >= settings.gapShare() * (node.end - node.start)) {
					add(Kind.GAP, "Nothing is known of " + Nanos.text(length) + " in " + node.span.service() + " from +"
							+ Nanos.text(gap.from() - storyStart) + " on: no span and no log line.");
				}
			}
			if (this.warnings.size() > 100) {
				return;
			}
		}
	}

	void leftOut(List<Search> searches) {
		for (Search search : searches) {
			for (String note : search.notes()) {
				if (note.startsWith("left out") || note.startsWith("stopped after")) {
					add(Kind.LEFT_OUT, "Source " + search.source() + " " + note + ".");
				}
			}
		}
	}

	void young(long age, StorySettings settings) {
		if (age < settings.ingestionDelay().toNanos()) {
			add(Kind.INGESTION_DELAY,
					"The request ended " + ((age < Nanos.SECOND) ? "just now" : (age / Nanos.SECOND) + " s ago")
							+ ": stores may not have all of it yet. Ask again in a minute.");
		}
	}

	private static String spans(int count, String one, String many) {
		return count + " " + ((count == 1) ? one : many);
	}

}
