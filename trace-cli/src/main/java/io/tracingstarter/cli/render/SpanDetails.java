package io.tracingstarter.cli.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.tracingstarter.cli.model.Failure;
import io.tracingstarter.cli.model.SpanEvent;
import io.tracingstarter.cli.model.StorySpan;
import io.tracingstarter.cli.render.Style.Ink;

/**
 * What stands right below a span: why it failed, where no log line tells, and on request
 * its attributes and events.
 */
final class SpanDetails {

	private static final int MAX_ROWS = 50;

	private static final int MAX_EVENTS = 100;

	private final Page page;

	private final TextLines lines;

	SpanDetails(Page page, TextLines lines) {
		this.page = page;
		this.lines = lines;
	}

	void write(StorySpan span, String below) throws IOException {
		boolean verbose = this.page.options().verbose();
		if (verbose) {
			pairs(span.span().attributes(), below);
		}
		if (SpanTree.isFailed(span) && span.span().statusMessage() != null && span.span().events().isEmpty()
				&& span.lines().isEmpty()) {
			this.page.wrapped(below, below, this.page.safe(span.span().statusMessage()), 3, Ink.RED);
		}
		boolean told = span.lines().stream().anyMatch((line) -> line.line().failure() != null);
		for (SpanEvent event : span.span().events().stream().limit(MAX_EVENTS).toList()) {
			boolean exception = event.name().equals("exception");
			if (exception && SpanTree.isFailed(span) && (verbose || !told)) {
				Map<String, String> attributes = event.attributes();
				this.lines.failure(new Failure(attributes.getOrDefault("exception.type", "exception"),
						attributes.get("exception.message"), null, null, attributes.get("exception.stacktrace")), "",
						below);
			}
			else if (verbose && !exception) {
				this.page.wrapped(below, below, "event " + this.page.safe(event.name()), 2, Ink.FAINT);
				pairs(event.attributes(), below);
			}
		}
	}

	private void pairs(Map<String, String> attributes, String below) throws IOException {
		List<String> pairs = new ArrayList<>();
		attributes.forEach((name, value) -> pairs.add(this.page.safe(name) + "=" + this.page.safe(name, value)));
		if (!pairs.isEmpty()) {
			this.page.wrapped(below, below, String.join(" ", pairs), MAX_ROWS, Ink.FAINT);
		}
	}

}
