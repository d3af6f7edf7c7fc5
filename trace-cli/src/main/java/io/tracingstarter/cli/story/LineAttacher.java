package io.tracingstarter.cli.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.model.StoryLine;
import org.jspecify.annotations.Nullable;

/**
 * Puts log lines into the spans they were logged in: by span id, else into the span of
 * the same service and trace that was open at the time.
 */
final class LineAttacher {

	private final Map<String, List<Node>> byId;

	private final Map<String, List<Node>> bySpanId = new HashMap<>();

	private final Map<String, Enclosing> byTraceAndService = new HashMap<>();

	private final ClockSkew skew;

	LineAttacher(Map<String, List<Node>> byId, ClockSkew skew) {
		this.byId = byId;
		this.skew = skew;
		Map<String, List<Node>> groups = new HashMap<>();
		for (List<Node> nodes : byId.values()) {
			for (Node node : nodes) {
				this.bySpanId.computeIfAbsent(node.span.spanId(), (id) -> new ArrayList<>(1)).add(node);
				String service = ServiceNames.key(node.span.service());
				groups.computeIfAbsent(group(node.span.traceId(), service), (key) -> new ArrayList<>()).add(node);
				groups.computeIfAbsent(group("", service), (key) -> new ArrayList<>()).add(node);
			}
		}
		groups.forEach((key, nodes) -> this.byTraceAndService.put(key, new Enclosing(nodes)));
	}

	/**
	 * Puts each line into its span.
	 * @return those that belong to none, in order of time
	 */
	List<StoryLine> attach(List<LogLine> lines) {
		List<StoryLine> loose = new ArrayList<>();
		for (LogLine line : lines) {
			Node node = byId(line);
			boolean named = node != null;
			node = named ? node : byTime(line);
			long offset = (node != null) ? node.offset : this.skew.of(line.service());
			StoryLine placed = new StoryLine(line, hasTime(line) ? Nanos.minus(line.nanos(), offset) : 0);
			((node != null) ? node.lines : loose).add(placed);
		}
		Comparator<StoryLine> inTime = (a, b) -> Long.compare(a.nanos(), b.nanos());
		loose.sort(inTime);
		this.bySpanId.values().forEach((nodes) -> nodes.forEach((node) -> node.lines.sort(inTime)));
		return loose;
	}

	static boolean hasTime(LogLine line) {
		return line.nanos() > 0;
	}

	private @Nullable Node byId(LogLine line) {
		String spanId = line.spanId();
		if (spanId == null) {
			return null;
		}
		String traceId = line.traceId();
		List<Node> nodes = (traceId != null) ? this.byId.get(SpanMerger.id(traceId, spanId))
				: this.bySpanId.get(spanId);
		if (nodes == null || nodes.isEmpty()) {
			return null;
		}
		return nodes.stream().max((a, b) -> Integer.compare(fit(a, line), fit(b, line))).orElse(null);
	}

	private static int fit(Node node, LogLine line) {
		return (node.span.service().equalsIgnoreCase(line.service()) ? 2 : 0) + (node.serves() ? 1 : 0);
	}

	private @Nullable Node byTime(LogLine line) {
		if (!hasTime(line) || line.service().isEmpty()) {
			return null;
		}
		String trace = (line.traceId() != null) ? line.traceId() : "";
		Enclosing spans = this.byTraceAndService.get(group(trace, ServiceNames.key(line.service())));
		if (spans == null) {
			return null;
		}
		long nanos = Nanos.minus(line.nanos(), this.skew.of(line.service()));
		// a time in milliseconds was cut off
		long latest = (line.nanos() % Nanos.MILLISECOND == 0) ? Nanos.plus(nanos, Nanos.MILLISECOND - 1) : nanos;
		return spans.find(latest, nanos, (node) -> !node.calls());
	}

	private static String group(String traceId, String service) {
		return traceId + '/' + service;
	}

}
