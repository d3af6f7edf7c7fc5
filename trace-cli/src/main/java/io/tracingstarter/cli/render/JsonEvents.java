package io.tracingstarter.cli.render;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.SpanEvent;
import io.tracingstarter.cli.model.StoryLine;
import io.tracingstarter.cli.model.StorySpan;

/**
 * Writes spans and log lines of the schema.
 */
final class JsonEvents {

	private final JsonFields json;

	JsonEvents(JsonFields json) {
		this.json = json;
	}

	void write(StorySpan placed) {
		Span span = placed.span();
		this.json.startObject();
		this.json.number("index", placed.index());
		this.json.number("parent", placed.parent());
		this.json.number("depth", placed.depth());
		this.json.raw("traceId", span.traceId());
		this.json.raw("spanId", span.spanId());
		this.json.raw("parentSpanId", span.parentSpanId());
		this.json.text("service", span.service());
		this.json.text("name", span.name());
		this.json.raw("kind", span.kind().name());
		this.json.time("start", placed.startNanos());
		this.json.time("end", placed.endNanos());
		this.json.number("durationNanos", placed.durationNanos());
		this.json.number("selfNanos", placed.selfNanos());
		this.json.flag("critical", placed.critical());
		this.json.raw("status", span.status().name());
		this.json.text("statusMessage", span.statusMessage());
		this.json.rawTexts("marks", placed.marks().stream().sorted().map(Enum::name).toList());
		this.json.rawTexts("sources", placed.sources().stream().sorted(Comparator.naturalOrder()).toList());
		this.json.pairs("attributes", span.attributes());
		this.json.startArray("events");
		for (SpanEvent event : span.events()) {
			write(event, span.startNanos() - placed.startNanos());
		}
		this.json.endArray();
		this.json.startArray("lines");
		placed.lines().forEach(this::write);
		this.json.endArray();
		this.json.endObject();
	}

	private void write(SpanEvent event, long offset) {
		this.json.startObject();
		this.json.text("name", event.name());
		this.json.time("time", event.nanos() - offset);
		Map<String, String> inOrder = new TreeMap<>(event.attributes());
		this.json.pairs("attributes", inOrder);
		this.json.endObject();
	}

	void write(StoryLine placed) {
		LogLine line = placed.line();
		this.json.startObject();
		if (placed.nanos() > 0) {
			this.json.time("time", placed.nanos());
		}
		else {
			this.json.nothing("time");
			this.json.nothing("timeEpochNanos");
		}
		this.json.raw("level", line.level().name());
		this.json.text("service", line.service());
		this.json.text("message", line.message());
		this.json.text("logger", line.logger());
		this.json.text("thread", line.thread());
		this.json.raw("traceId", line.traceId());
		this.json.raw("spanId", line.spanId());
		this.json.raw("correlationId", line.correlationId());
		this.json.failure("failure", line.failure());
		this.json.pairs("fields", line.fields());
		this.json.flag("structured", line.structured());
		this.json.text("origin", line.origin());
		this.json.endObject();
	}

}
