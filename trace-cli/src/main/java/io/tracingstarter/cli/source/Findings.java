package io.tracingstarter.cli.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.model.Span;

/**
 * Gathers what a source finds, up to its limits, and counts what is beyond. Any thread
 * may add.
 */
public final class Findings {

	private final Limits limits;

	private final List<Span> spans = new ArrayList<>();

	private final List<LogLine> lines = new ArrayList<>();

	private final Set<String> notes = new LinkedHashSet<>();

	private long spansLeftOut;

	private long linesLeftOut;

	public Findings(Limits limits) {
		this.limits = limits;
	}

	public synchronized void add(Span span) {
		if (this.spans.size() < this.limits.spans()) {
			this.spans.add(span);
		}
		else {
			this.spansLeftOut++;
		}
	}

	public synchronized void add(LogLine line) {
		if (this.lines.size() < this.limits.lines()) {
			this.lines.add(line);
		}
		else {
			this.linesLeftOut++;
		}
	}

	public synchronized void note(String note) {
		this.notes.add(note);
	}

	/**
	 * Returns whether nothing more is kept: a source may stop searching.
	 */
	public synchronized boolean isFull() {
		return this.lines.size() >= this.limits.lines() && this.spans.size() >= this.limits.spans();
	}

	public synchronized Answer answer() {
		List<String> all = new ArrayList<>(this.notes);
		if (this.spansLeftOut > 0) {
			all.add("left out " + this.spansLeftOut + " spans beyond " + this.limits.spans());
		}
		if (this.linesLeftOut > 0) {
			all.add("left out " + this.linesLeftOut + " log lines beyond " + this.limits.lines());
		}
		return new Answer(this.spans, this.lines, all);
	}

}
