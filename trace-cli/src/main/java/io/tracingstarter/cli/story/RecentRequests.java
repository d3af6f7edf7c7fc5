package io.tracingstarter.cli.story;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.tracingstarter.cli.model.Evidence;
import io.tracingstarter.cli.model.LogLevel;
import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.model.RecentRequest;
import io.tracingstarter.cli.model.Span;
import org.jspecify.annotations.Nullable;

/**
 * Lists the requests of which spans and log lines were found, the newest first.
 *
 * @param errorsOnly whether to list only those that failed, or in which an error was
 * logged
 * @param slowerThan the least duration; null for any
 * @param max the most requests
 */
public record RecentRequests(boolean errorsOnly, @Nullable Duration slowerThan, int max) {

	public List<RecentRequest> find(Evidence evidence) {
		Map<String, String> correlationIds = new HashMap<>();
		SpanMerger merger = new SpanMerger();
		for (Span span : evidence.spans()) {
			merger.add(span, "");
			relate(correlationIds, span.traceId(), span.correlationId());
		}
		evidence.lines().forEach((line) -> relate(correlationIds, line.traceId(), line.correlationId()));
		Map<String, Found> requests = new LinkedHashMap<>();
		for (Node node : merger.nodes()) {
			String trace = node.span.traceId();
			requests.computeIfAbsent(correlationIds.getOrDefault(trace, trace), (id) -> new Found()).nodes.add(node);
		}
		for (LogLine line : evidence.lines()) {
			String id = id(line, correlationIds);
			if (id != null) {
				requests.computeIfAbsent(id, (key) -> new Found()).lines.add(line);
			}
		}
		return requests.entrySet()
			.stream()
			.map((entry) -> entry.getValue().request(entry.getKey()))
			.filter(this::isWanted)
			.sorted(Comparator.comparingLong(RecentRequest::startNanos).reversed())
			.limit(this.max)
			.toList();
	}

	private boolean isWanted(RecentRequest request) {
		boolean slow = this.slowerThan == null || request.durationNanos() >= this.slowerThan.toNanos();
		return slow && (request.failed() || !this.errorsOnly);
	}

	private static void relate(Map<String, String> correlationIds, @Nullable String trace, @Nullable String id) {
		if (trace != null && id != null && !id.isEmpty()) {
			correlationIds.putIfAbsent(trace, id);
		}
	}

	private static @Nullable String id(LogLine line, Map<String, String> correlationIds) {
		if (line.correlationId() != null) {
			return line.correlationId();
		}
		return (line.traceId() != null) ? correlationIds.getOrDefault(line.traceId(), line.traceId()) : null;
	}

	/** What was found of a request. */
	private static final class Found {

		private static final Comparator<Node> ENTRY = Comparator
			.<Node>comparingInt((node) -> (node.span.parentSpanId() == null) ? 0 : 1)
			.thenComparingInt((node) -> node.serves() ? 0 : 1)
			.thenComparing(Tree.IN_TIME);

		private final List<Node> nodes = new ArrayList<>();

		private final List<LogLine> lines = new ArrayList<>();

		RecentRequest request(String id) {
			Node failed = this.nodes.stream().filter(Node::failed).min(Tree.IN_TIME.reversed()).orElse(null);
			LogLine error = this.lines.stream()
				.filter((line) -> line.level().compareTo(LogLevel.ERROR) >= 0)
				.min(Comparator.comparingLong(LogLine::nanos))
				.orElse(null);
			String message = (error != null) ? error.said() : (failed != null) ? message(failed.span) : null;
			boolean anyError = failed != null || error != null;
			Node entry = this.nodes.stream().min(ENTRY).orElse(null);
			if (entry != null) {
				return new RecentRequest(id, entry.start, entry.end - entry.start, entry.span.service(),
						entry.span.name(), entry.span.answer(), anyError, message);
			}
			LogLine first = this.lines.stream().min(Comparator.comparingLong(LogLine::nanos)).orElseThrow();
			return new RecentRequest(id, first.nanos(), -1, first.service(), first.said(), null, anyError, message);
		}

		private static @Nullable String message(Span span) {
			if (span.statusMessage() != null) {
				return span.statusMessage();
			}
			return SpanFacts.first(span.attributes(), "exception.message", "error.message", "exception", "error.type",
					"error");
		}

	}

}
