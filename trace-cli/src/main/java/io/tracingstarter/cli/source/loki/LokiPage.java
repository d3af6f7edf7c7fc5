package io.tracingstarter.cli.source.loki;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.tracingstarter.cli.source.http.StoredLines;
import io.tracingstarter.cli.source.log.LogDecoder;
import tools.jackson.databind.JsonNode;

/**
 * Reads one page of lines, of which the first may be the last of the page before.
 */
final class LokiPage {

	private static final List<String> SERVICE = List.of("service_name", "service", "app", "app_kubernetes_io_name",
			"container", "job");

	private final StoredLines lines;

	private final Set<String> before;

	private final Set<String> atLast = new HashSet<>();

	private int count;

	private int added;

	private long last = Long.MIN_VALUE;

	/**
	 * @param lines takes what is read
	 * @param before the lines of the page before that have its last time
	 */
	LokiPage(StoredLines lines, Set<String> before) {
		this.lines = lines;
		this.before = before;
	}

	/**
	 * Reads one stream.
	 * @param stream the element of {@code data.result}; hostile
	 */
	void add(JsonNode stream) {
		Map<String, String> labels = new TreeMap<>();
		stream.path("stream")
			.properties()
			.forEach((label) -> labels.put(label.getKey(), label.getValue().asString("")));
		for (JsonNode value : stream.path("values")) {
			Map<String, String> metadata = new TreeMap<>(labels);
			for (JsonNode more : List.of(value.path(2).path("structuredMetadata"), value.path(2).path("parsed"))) {
				more.properties().forEach((label) -> metadata.put(label.getKey(), label.getValue().asString("")));
			}
			add(value.path(0).asLong(0), value.path(1).asString(""), metadata);
		}
	}

	private void add(long nanos, String line, Map<String, String> labels) {
		this.count++;
		String key = nanos + " " + labels + " " + line;
		if (nanos > this.last) {
			this.atLast.clear();
			this.last = nanos;
		}
		if (nanos == this.last) {
			this.atLast.add(key);
		}
		if (this.before.contains(key)) {
			return;
		}
		this.added++;
		String service = SERVICE.stream().map(labels::get).filter((name) -> name != null).findFirst().orElse("");
		this.lines.add(LokiLine.text(line, labels), new LogDecoder.Place(nanos, service, "Loki, " + shown(labels)));
	}

	private static String shown(Map<String, String> labels) {
		return SERVICE.stream()
			.filter(labels::containsKey)
			.findFirst()
			.map((label) -> "{" + label + "=\"" + labels.get(label) + "\"}")
			.orElse("{…}");
	}

	int count() {
		return this.count;
	}

	int added() {
		return this.added;
	}

	long last() {
		return this.last;
	}

	Set<String> atLast() {
		return this.atLast;
	}

}
