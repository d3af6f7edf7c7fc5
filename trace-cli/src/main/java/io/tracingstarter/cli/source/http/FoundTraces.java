package io.tracingstarter.cli.source.http;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.SpanKind;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the spans of traces while they are read, each once, and keeps the whole trace
 * where one of its spans really carries the id.
 */
public final class FoundTraces {

	private final Map<String, Set<Span>> traces = new LinkedHashMap<>();

	private int invalid;

	private int count;

	private final SearchRun run;

	public FoundTraces(SearchRun run) {
		this.run = run;
	}

	/**
	 * Takes one span.
	 * @param span null for one that could not be read, which is counted
	 */
	public void add(@Nullable Span span) {
		if (span == null) {
			this.invalid++;
		}
		else if (this.count++ < 2L * this.run.limits().spans()) {
			this.traces.computeIfAbsent(span.traceId(), (id) -> new LinkedHashSet<>()).add(span);
		}
		else {
			this.run.findings().note("stopped reading after " + 2L * this.run.limits().spans() + " spans");
		}
	}

	/**
	 * Notes that there may be more, where a search brought as many traces as it may.
	 */
	public void noteMore(int mostTraces) {
		if (this.traces.size() >= mostTraces) {
			this.run.findings().note("there may be more than " + mostTraces + " traces: ask for less time");
		}
	}

	/**
	 * Adds the traces that carry one of the ids to the findings.
	 * @return how many others there are
	 */
	public int keep(IdMatcher ids) {
		int others = 0;
		for (Set<Span> trace : this.traces.values()) {
			if (trace.stream().anyMatch(ids::matches)) {
				trace.forEach(this.run.findings()::add);
			}
			else {
				others++;
			}
		}
		noteInvalid();
		return others;
	}

	/**
	 * Adds the spans that begin the work of a service to the findings, the newest first.
	 */
	public void keepEntries() {
		this.traces.values()
			.stream()
			.flatMap(Set::stream)
			.filter((span) -> span.parentSpanId() == null || span.kind() == SpanKind.SERVER)
			.sorted(Comparator.comparingLong(Span::startNanos).reversed())
			.forEach(this.run.findings()::add);
		noteInvalid();
	}

	/**
	 * Adds all spans to the findings.
	 */
	public void keepAll() {
		this.traces.values().forEach((trace) -> trace.forEach(this.run.findings()::add));
		noteInvalid();
	}

	private void noteInvalid() {
		if (this.invalid > 0) {
			this.run.findings().note("left out " + this.invalid + " spans without valid ids or times");
		}
	}

}
