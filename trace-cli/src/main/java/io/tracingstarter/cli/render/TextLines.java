package io.tracingstarter.cli.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.tracingstarter.cli.model.Failure;
import io.tracingstarter.cli.model.LogLevel;
import io.tracingstarter.cli.model.LogLine;
import io.tracingstarter.cli.model.StoryLine;
import io.tracingstarter.cli.render.Style.Ink;

/**
 * Log lines: when, how serious, what, and of an exception as much as helps.
 */
final class TextLines {

	private static final int MAX_ROWS = 50;

	private static final int MAX_ORIGIN = 30;

	private final Page page;

	private final long start;

	/**
	 * @param start when the request began
	 */
	TextLines(Page page, long start) {
		this.page = page;
		this.start = start;
	}

	/**
	 * Writes lines, the less important of them left out where there are too many.
	 * @param service the service that needs not be named
	 */
	void write(List<StoryLine> lines, String service, String indent) throws IOException {
		SelectedLines selected = SelectedLines.of(lines, this.page.options().maxLines());
		for (SelectedLines.Repeated line : selected.lines()) {
			write(line, service, indent);
		}
		leftOut(selected, indent);
	}

	void leftOut(SelectedLines selected, String indent) throws IOException {
		if (selected.leftOut() > 0) {
			this.page.line(this.page.paint(Ink.FAINT,
					indent + this.page.style().ellipsis() + " " + selected.leftOut() + " more log lines (--verbose)"));
		}
	}

	void write(SelectedLines.Repeated repeated, String service, String indent) throws IOException {
		LogLine line = repeated.line().line();
		boolean serious = line.level().compareTo(LogLevel.WARN) >= 0;
		Ink ink = ink(line.level());
		String time = (repeated.line().nanos() > 0) ? Times.offset(repeated.line().nanos(), this.start) : "?";
		String level = (line.level() == LogLevel.UNKNOWN) ? "-" : line.level().name();
		String first = indent + this.page.paint(Ink.FAINT, this.page.right(time, 10)) + " "
				+ this.page.paint(ink, this.page.left(level, 5)) + " ";
		String said = this.page.options().verbose() ? line.message() : line.said();
		String text = this.page.safe(said);
		if (!line.service().isEmpty() && !line.service().equalsIgnoreCase(service)) {
			text = this.page.safe(line.service()) + ": " + text;
		}
		else if (line.service().isEmpty() && service.isEmpty() && !line.origin().isEmpty()) {
			text = origin(line.origin()) + ": " + text;
		}
		if (repeated.count() > 1) {
			text = this.page.style().times() + repeated.count() + " " + text;
		}
		String below = indent + " ".repeat(17);
		int rows = serious ? 3 : 1;
		this.page.wrapped(first, below, text, this.page.options().verbose() ? MAX_ROWS : rows,
				serious ? ink : Ink.NONE);
		if (this.page.options().verbose()) {
			fields(line, below);
		}
		if (line.failure() != null) {
			failure(line.failure(), said, below);
		}
	}

	/**
	 * Where nobody knows who said it, it helps to know where it stands: the end of that
	 * tells most.
	 */
	private String origin(String origin) {
		String text = this.page.safe(origin);
		return (text.length() <= MAX_ORIGIN) ? text
				: this.page.style().ellipsis() + text.substring(text.length() - MAX_ORIGIN + 1);
	}

	private void fields(LogLine line, String below) throws IOException {
		List<String> fields = new ArrayList<>();
		line.fields().forEach((name, value) -> fields.add(this.page.safe(name) + "=" + this.page.safe(name, value)));
		if (!fields.isEmpty()) {
			this.page.wrapped(below, below, String.join(" ", fields), MAX_ROWS, Ink.FAINT);
		}
	}

	void failure(Failure failure, String said, String below) throws IOException {
		boolean known = failure.message() == null || said.contains(failure.message());
		this.page.wrapped(below, below, this.page.safe(failure.type() + (known ? "" : ": " + failure.message())), 3,
				Ink.RED);
		if (failure.rootType() != null) {
			this.page.wrapped(below, below,
					"root cause: " + this.page.safe(
							failure.rootType() + ((failure.rootMessage() != null) ? ": " + failure.rootMessage() : "")),
					3, Ink.RED);
		}
		if (failure.stackTrace() == null) {
			return;
		}
		int max = this.page.options().maxFrames();
		List<String> frames = this.page.options().verbose() ? failure.stackTrace().lines().limit(max).toList()
				: StackFrames.ofApplication(failure.stackTrace(), max).stream().map((frame) -> "at " + frame).toList();
		for (String frame : frames) {
			this.page.wrapped(below, below, this.page.safe(frame).strip(), 2, Ink.FAINT);
		}
	}

	static Ink ink(LogLevel level) {
		return switch (level) {
			case FATAL, ERROR -> Ink.RED;
			case WARN -> Ink.YELLOW;
			case INFO -> Ink.NONE;
			default -> Ink.FAINT;
		};
	}

}
