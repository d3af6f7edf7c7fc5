package io.tracingstarter.cli.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.tracingstarter.cli.model.LogLine;

/**
 * Makes one of the same log line from several sources: the same service said the same in
 * the same millisecond. Where one source tells it several times, it was logged several
 * times.
 */
final class LineMerger {

	private final Map<Key, Map<String, List<LogLine>>> lines = new LinkedHashMap<>();

	void add(LogLine line, String source) {
		long millis = Math.floorDiv(line.nanos(), Nanos.MILLISECOND);
		this.lines
			.computeIfAbsent(new Key(millis, ServiceNames.key(line.service()), line.message()),
					(key) -> new LinkedHashMap<>(2))
			.computeIfAbsent(source, (name) -> new ArrayList<>(1))
			.add(line);
	}

	/** Returns the lines in order of time. */
	List<LogLine> merged() {
		List<LogLine> merged = new ArrayList<>();
		for (Map<String, List<LogLine>> bySource : this.lines.values()) {
			merged.addAll(bySource.values().stream().max(Comparator.comparingInt(LineMerger::knowledge)).orElseThrow());
		}
		merged.sort(Comparator.comparingLong(LogLine::nanos));
		return merged;
	}

	/** How often a source tells a line, and then how much it knows of it. */
	private static int knowledge(List<LogLine> lines) {
		LogLine line = lines.get(0);
		int ids = ((line.traceId() != null) ? 1 : 0) + ((line.spanId() != null) ? 1 : 0);
		return lines.size() * 100 + (line.structured() ? 40 : 0) + ((line.failure() != null) ? 20 : 0) + ids * 10
				+ Nanos.precision(line.nanos());
	}

	private record Key(long millis, String service, String message) {

	}

}
