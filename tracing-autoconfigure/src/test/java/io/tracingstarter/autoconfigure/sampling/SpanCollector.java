package io.tracingstarter.autoconfigure.sampling;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.tracingstarter.export.TestBackend;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A backend that takes Zipkin's spans and knows which trace they belong to.
 */
final class SpanCollector implements AutoCloseable {

	private final Map<String, Queue<JsonNode>> traces = new ConcurrentHashMap<>();

	private final TestBackend server = new TestBackend();

	String url() {
		return this.server.url("/api/v2/spans");
	}

	List<JsonNode> spansOf(String trace) {
		read();
		return List.copyOf(this.traces.getOrDefault(trace, new ConcurrentLinkedQueue<>()));
	}

	List<String> tags(String trace, String name) {
		return spansOf(trace).stream()
			.map((span) -> span.path("tags").path(name).asString(""))
			.filter((value) -> !value.isEmpty())
			.toList();
	}

	List<String> traces() {
		read();
		return List.copyOf(this.traces.keySet());
	}

	private void read() {
		for (TestBackend.Request request : this.server.takeAll()) {
			for (JsonNode span : JsonMapper.shared().readTree(request.content())) {
				this.traces.computeIfAbsent(span.path("traceId").asString(), (trace) -> new ConcurrentLinkedQueue<>())
					.add(span);
			}
		}
	}

	@Override
	public void close() {
		this.server.close();
	}

}
