package io.tracingstarter.cli.source.file;

import org.jspecify.annotations.Nullable;

/**
 * Tells where an event begins and ends: a line, with those of the stack trace that follow
 * it. A JSON line is an event of its own. Of the lines that a container runtime wrote
 * what they hold counts, those of another stream end an event, and parts of a line that
 * it split are one.
 */
final class EventBounds {

	/** How far the lines of one stack trace may go, in bytes. */
	static final int MAX_EVENT = 64 * 1024;

	/** Stands for an end that is not read yet. */
	static final int UNKNOWN = -1;

	/** How much of a line tells what it is, unless its end is needed, too. */
	private static final int HEAD = 400;

	private final ByteWindow window;

	EventBounds(ByteWindow window) {
		this.window = window;
	}

	/**
	 * Returns where the event begins that a line belongs to, or may belong to, where it
	 * is not read yet.
	 * @param line where the line begins
	 * @param from before that it cannot begin
	 */
	int start(int line, int from) {
		int least = Math.max(from, line - MAX_EVENT);
		boolean unread = line > from && isUnread(line);
		WrittenLine first = wholeLine(read(unread ? this.window.lineStart(line - 1, from) : line), from, least);
		while (first.start() > least && first.isContinuation()) {
			WrittenLine before = before(first, from);
			if (before.writer() != first.writer()) {
				break;
			}
			before = wholeLine(before, from, least);
			if (before.isObject()) {
				break;
			}
			first = before;
		}
		return first.start();
	}

	// the first part of a line that a runtime may have split
	private WrittenLine wholeLine(WrittenLine part, int from, int least) {
		WrittenLine first = part;
		while (first.start() > least) {
			WrittenLine before = before(first, from);
			if (!first.isRestOf(before)) {
				break;
			}
			first = before;
		}
		return first;
	}

	private WrittenLine before(WrittenLine line, int from) {
		return read(this.window.lineStart(line.start() - 1, from));
	}

	/**
	 * Returns where an event ends, without its line break; {@link #UNKNOWN} where that is
	 * not read yet.
	 * @param start where it begins
	 * @param match a place in it
	 */
	int end(int start, int match) {
		boolean object = read(start).isObject();
		int end = this.window.indexOfBreak(match);
		@Nullable WrittenLine last = (end >= 0) ? read(this.window.lineStart(match, start)) : null;
		int limit = match + MAX_EVENT;
		while (last != null && end < limit) {
			if (object && !last.split()) {
				return end;
			}
			if (isUnread(end + 1)) {
				return UNKNOWN;
			}
			WrittenLine next = read(end + 1);
			if (!next.isRestOf(last) && (object || next.writer() != last.writer() || !next.isContinuation())) {
				return end;
			}
			end = this.window.indexOfBreak(end + 1);
			last = (end >= 0) ? next : null;
		}
		return (end < 0 && this.window.isEnded()) ? this.window.length() : end;
	}

	/**
	 * Returns where the first event begins from a line on, and not before it;
	 * {@link #UNKNOWN} where that is not read yet.
	 * @param line where the line begins
	 */
	int next(int line) {
		if (isUnread(line)) {
			return UNKNOWN;
		}
		int start = start(line, 0);
		int end = (start < line) ? end(start, line) : line - 1;
		return (end != UNKNOWN || line == 0) ? Math.min(end + 1, this.window.length()) : UNKNOWN;
	}

	/** Whether too little of a line is there to tell what it goes on with. */
	private boolean isUnread(int line) {
		int length = this.window.length();
		if (this.window.isEnded()
				|| (length - line >= HEAD && !DockerBytes.begins(this.window.bytes(), line, length))) {
			return false;
		}
		return this.window.indexOfBreak(line) < 0;
	}

	private WrittenLine read(int line) {
		return WrittenLine.of(this.window.bytes(), line, this.window.length());
	}

}
