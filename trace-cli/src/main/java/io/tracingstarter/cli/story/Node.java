package io.tracingstarter.cli.story;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.tracingstarter.cli.model.LogLevel;
import io.tracingstarter.cli.model.Span;
import io.tracingstarter.cli.model.SpanKind;
import io.tracingstarter.cli.model.StoryLine;
import org.jspecify.annotations.Nullable;

/**
 * A span on its way into the story: what is found out of it is noted here, step by step.
 * Used by one thread.
 */
final class Node {

	/** Times are by the clock of the span's service, but never before 1970. */
	Span span;

	final Set<String> sources = new LinkedHashSet<>();

	@Nullable Node parent;

	final List<Node> children = new ArrayList<>(0);

	List<StoryLine> lines = new ArrayList<>(0);

	/** How much the clock of the span's service is ahead, in nanoseconds. */
	long offset;

	long start;

	long end;

	long self;

	int index = -1;

	int depth;

	/** Its parent was named and not found. */
	boolean orphan;

	boolean rebuilt;

	boolean critical;

	Node(Span span) {
		this.span = span;
		correct(0);
	}

	void correct(long offset) {
		this.offset = offset;
		this.start = Nanos.minus(this.span.startNanos(), offset);
		this.end = Nanos.minus(this.span.endNanos(), offset);
	}

	void adopt(Node child) {
		child.parent = this;
		this.children.add(child);
	}

	boolean calls() {
		return this.span.kind() == SpanKind.CLIENT || this.span.kind() == SpanKind.PRODUCER;
	}

	boolean serves() {
		return this.span.kind() == SpanKind.SERVER || this.span.kind() == SpanKind.CONSUMER;
	}

	/** Whether it failed by its own account, or answered that it did. */
	boolean failed() {
		return this.span.failed() || (serves() && this.span.httpStatus() >= 500);
	}

	boolean hasErrorLine() {
		return this.lines.stream().anyMatch((line) -> line.line().level().compareTo(LogLevel.ERROR) >= 0);
	}

	boolean sameService(Node other) {
		return this.span.service().equalsIgnoreCase(other.span.service());
	}

}
