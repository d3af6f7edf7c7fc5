package io.tracingstarter.cli.source.xray;

import java.util.HashSet;
import java.util.Set;

import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.source.Findings;
import org.jspecify.annotations.Nullable;

/**
 * Takes the spans of an answer, each once, and counts what is not understood.
 */
final class SpanCollector {

	private final Findings findings;

	private final Set<String> seen = new HashSet<>();

	private final Set<String> traceIds = new HashSet<>();

	private int unreadable;

	SpanCollector(Findings findings) {
		this.findings = findings;
	}

	void add(String traceId, SegmentTrace trace) {
		this.unreadable += trace.unreadable();
		SegmentDecoder.decode(traceId, trace).forEach(this::add);
	}

	/**
	 * Adds a span as Transaction Search stores it.
	 * @return its trace, or null where it is not understood
	 */
	@Nullable String add(@Nullable String document) {
		Span span = OtelSpanDecoder.decode(document).orElse(null);
		if (span == null) {
			this.unreadable++;
			return null;
		}
		add(span);
		return span.traceId();
	}

	private void add(Span span) {
		if (this.seen.add(span.traceId() + span.spanId())) {
			this.traceIds.add(span.traceId());
			this.findings.add(span);
		}
	}

	void note(String note) {
		this.findings.note(note);
	}

	boolean hasTrace(String traceId) {
		return this.traceIds.contains(traceId);
	}

	boolean isEmpty() {
		return this.seen.isEmpty();
	}

	/**
	 * Says what was left out.
	 */
	void conclude() {
		if (this.unreadable > 0) {
			note("left out " + this.unreadable + " segments or spans that were not understood");
		}
	}

}
