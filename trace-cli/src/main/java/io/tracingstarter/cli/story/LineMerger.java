package io.tracingstarter.cli.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.tracingstarter.cli.model.LogLine;
import org.jspecify.annotations.Nullable;

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
			merged.addAll(bySource.values()
				.stream()
				.max((a, b) -> Integer.compare(knowledge(a), knowledge(b)))
				.orElseThrow());
		}
		merged.sort((a, b) -> Long.compare(a.nanos(), b.nanos()));
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

		// those of a record are made when first used, which takes as long as all lines of
		// most requests

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Key key && this.millis == key.millis && this.service.equals(key.service)
					&& this.message.equals(key.message);
		}

		@Override
		public int hashCode() {
			return (Long.hashCode(this.millis) * 31 + this.service.hashCode()) * 31 + this.message.hashCode();
		}

	}

}
