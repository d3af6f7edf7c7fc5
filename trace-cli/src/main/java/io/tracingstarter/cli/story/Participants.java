package io.tracingstarter.cli.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.model.StoryLine;
import org.jspecify.annotations.Nullable;

/**
 * Who took part in a request, under which ids, and when.
 *
 * @param correlationIds in order of time
 * @param traceIds in order of time
 * @param services in order of time
 * @param start when the first span began; without spans but those of log lines, when the
 * first line was logged
 * @param end likewise
 */
record Participants(List<String> correlationIds, List<String> traceIds, List<String> services, long start, long end) {

	static Participants of(List<Node> ordered, List<StoryLine> loose) {
		Set<String> correlationIds = new LinkedHashSet<>();
		Map<String, Long> traceIds = new LinkedHashMap<>();
		Map<String, Long> services = new LinkedHashMap<>();
		for (Node node : ordered) {
			addTo(correlationIds, node.span.correlationId());
			traceIds.merge(node.span.traceId(), node.start, Math::min);
			services.merge(node.span.service(), node.start, Math::min);
			node.lines.forEach((line) -> add(line, correlationIds, traceIds, services));
		}
		loose.forEach((line) -> add(line, correlationIds, traceIds, services));
		long start = Long.MAX_VALUE;
		long end = 0;
		for (Node node : ordered) {
			start = Math.min(start, node.start);
			end = Math.max(end, node.end);
		}
		if (ordered.stream().allMatch((node) -> node.rebuilt)) {
			for (StoryLine line : loose) {
				start = (line.nanos() > 0) ? Math.min(start, line.nanos()) : start;
				end = Math.max(end, line.nanos());
			}
		}
		return new Participants(List.copyOf(correlationIds), inTime(traceIds), inTime(services),
				(start == Long.MAX_VALUE && end == 0) ? 0 : start, end);
	}

	private static void add(StoryLine line, Set<String> correlationIds, Map<String, Long> traceIds,
			Map<String, Long> services) {
		LogLine told = line.line();
		addTo(correlationIds, told.correlationId());
		long time = (line.nanos() > 0) ? line.nanos() : Long.MAX_VALUE;
		if (told.traceId() != null) {
			traceIds.merge(told.traceId(), time, Math::min);
		}
		services.merge(told.service(), time, Math::min);
	}

	private static void addTo(Set<String> ids, @Nullable String id) {
		if (id != null && !id.isEmpty()) {
			ids.add(id);
		}
	}

	private static List<String> inTime(Map<String, Long> times) {
		Stream<Map.Entry<String, Long>> entries = new ArrayList<>(times.entrySet()).stream()
			.filter((entry) -> !entry.getKey().isEmpty());
		return entries.sorted((a, b) -> Long.compare(a.getValue(), b.getValue())).map(Map.Entry::getKey).toList();
	}

}
