package io.tracingstarter.cli.render;

import java.io.IOException;
import java.util.List;

import io.tracingstarter.cli.model.Failure;
import io.tracingstarter.cli.model.FirstError;
import io.tracingstarter.cli.model.SpanKind;
import io.tracingstarter.cli.model.Story;
import io.tracingstarter.cli.model.StorySpan;
import io.tracingstarter.cli.model.StorySpan.Mark;
import io.tracingstarter.cli.render.Style.Ink;
import org.jspecify.annotations.Nullable;

/**
 * The top of a story: which request, how it went, and where the trouble began.
 */
final class TextHeader {

	private static final int LABEL = 12;

	private static final int MAX_IDS = 10;

	private static final long WORTH_TELLING = 1_000_000;

	private final Page page;

	TextHeader(Page page) {
		this.page = page;
	}

	void write(Story story) throws IOException {
		this.page.line(this.page.paint(Ink.BOLD, "Request " + list(story.asked())));
		if (story.isEmpty()) {
			nothing(story);
			return;
		}
		ids("correlation", story.correlationIds(), story.asked());
		ids("trace", story.traceIds(), List.of());
		if (!story.services().isEmpty()) {
			field("services", list(story.services()), Ink.NONE);
		}
		field("started", (story.startNanos() > 0) ? Times.point(story.startNanos(), this.page.options().zone())
				: "unknown: no line says when", Ink.NONE);
		long lines = story.lines().size() + story.spans().stream().mapToLong((span) -> span.lines().size()).sum();
		field("took", Times.duration(story.durationNanos()) + " in " + count(story.spans().size(), "span") + ", "
				+ count(lines, "log line") + answered(story), Ink.NONE);
		field("outcome", outcome(story), switch (story.outcome()) {
			case OK -> Ink.GREEN;
			case FAILED -> Ink.BOLD_RED;
			case RECOVERED -> Ink.YELLOW;
			case UNKNOWN -> Ink.NONE;
		});
		if (story.firstError() != null) {
			error(story.firstError(), story.startNanos());
		}
	}

	private void nothing(Story story) throws IOException {
		String arrow = "  " + this.page.style().arrow() + " ";
		if (story.startNanos() > 0) {
			this.page.line("  It was found, but nothing of it is what --service and --level ask for.");
			this.page.wrapped(arrow, "    ", "There is something of: " + list(story.services()), 3, Ink.NONE);
			return;
		}
		this.page.line("  Nothing was found.");
		if (story.searches().stream().anyMatch((search) -> search.problem() == null && search.window() != null)) {
			this.page.wrapped(arrow, "    ", "Check the id. --since 7d searches further back than what is said below; "
					+ "--wait searches until what has just happened arrives.", 3, Ink.NONE);
		}
	}

	static String count(long count, String what) {
		return count + " " + what + ((count == 1) ? "" : "s");
	}

	private void ids(String label, List<String> ids, List<String> known) throws IOException {
		if (!ids.isEmpty() && !ids.equals(known)) {
			field(label + ((ids.size() > 1) ? "s" : ""), list(ids), Ink.NONE);
		}
	}

	private String list(List<String> names) {
		String text = this.page.safe(String.join(", ", names.subList(0, Math.min(MAX_IDS, names.size()))));
		return (names.size() > MAX_IDS) ? text + " and " + (names.size() - MAX_IDS) + " more" : text;
	}

	/**
	 * What goes on behind the answer is part of the request, and not what its caller
	 * waited for.
	 */
	private static String answered(Story story) {
		StorySpan first = story.spans().isEmpty() ? null : story.spans().get(0);
		boolean answers = first != null && first.span().kind() == SpanKind.SERVER
				&& !first.marks().contains(Mark.REBUILT);
		if (first == null || !answers || story.endNanos() - first.endNanos() < WORTH_TELLING) {
			return "";
		}
		return "; answered after " + Times.duration(first.endNanos() - story.startNanos());
	}

	private String outcome(Story story) {
		String status = (story.status() != null) ? ", answered " + this.page.safe(story.status()) : "";
		return switch (story.outcome()) {
			case OK -> "OK" + status;
			case FAILED -> "FAILED" + status;
			case RECOVERED -> "RECOVERED" + status + ": something failed on the way";
			case UNKNOWN -> "unknown" + status;
		};
	}

	private void error(FirstError error, long start) throws IOException {
		String service = error.service().isEmpty() ? "" : this.page.safe(error.service()) + ": ";
		String where = service + this.page.safe(error.what()) + ", " + Times.offset(error.nanos(), start);
		String label = this.page.paint(Ink.BOLD_RED, this.page.left("!! error", LABEL - 2));
		String indent = " ".repeat(LABEL + 2);
		this.page.wrapped("  " + label + "  ", indent, where, 2, Ink.BOLD_RED);
		String what = described(error.type(), error.message());
		if (!what.isEmpty()) {
			this.page.wrapped(indent, indent, what, 4, Ink.RED);
		}
		Failure failure = error.failure();
		if (failure == null) {
			return;
		}
		if (failure.rootType() != null) {
			this.page.wrapped(indent, indent, "root cause: " + described(failure.rootType(), failure.rootMessage()), 4,
					Ink.RED);
		}
		if (failure.stackTrace() != null) {
			for (String frame : StackFrames.ofApplication(failure.stackTrace(), 1)) {
				this.page.wrapped(indent, indent, "at " + this.page.safe(frame), 2, Ink.NONE);
			}
		}
	}

	private String described(@Nullable String type, @Nullable String message) {
		if (message == null) {
			return this.page.safe(type);
		}
		return (type != null) ? this.page.safe(type + ": " + message) : this.page.safe(message);
	}

	private void field(String label, String value, Ink ink) throws IOException {
		String blank = (label.length() < LABEL) ? "" : " ";
		this.page.wrapped("  " + this.page.left(label, LABEL) + blank, " ".repeat(LABEL + 2), value, 4, ink);
	}

}
