package io.tracingstarter.cli.source.file;

/**
 * Tells where an event begins and ends: a line, with those of the stack trace that follow
 * it. A JSON line is an event of its own.
 */
final class EventBounds {

	/** How far the lines of one stack trace may go, in bytes. */
	static final int MAX_EVENT = 64 * 1024;

	/** Stands for an end that is not read yet. */
	static final int UNKNOWN = -1;

	private final ByteWindow window;

	EventBounds(ByteWindow window) {
		this.window = window;
	}

	/**
	 * Returns where the event begins that a line belongs to.
	 * @param line where the line begins
	 * @param from before that it cannot begin
	 */
	int start(int line, int from) {
		int start = line;
		while (start > from && line - start < MAX_EVENT && isContinuation(start)) {
			start = this.window.lineStart(start - 1, from);
		}
		return (start < line && this.window.bytes()[start] == '{') ? line : start;
	}

	/**
	 * Returns where an event ends, without its line break; {@link #UNKNOWN} where that is
	 * not read yet.
	 * @param start where it begins
	 * @param match a place in it
	 */
	int end(int start, int match) {
		int end = this.window.indexOfBreak(match);
		if (end >= 0 && this.window.bytes()[start] == '{') {
			return end;
		}
		boolean ended = this.window.isEnded();
		int limit = match + MAX_EVENT;
		while (end >= 0 && end < limit) {
			if (end + 1 >= this.window.length() && !ended) {
				return UNKNOWN;
			}
			if (!isContinuation(end + 1)) {
				return end;
			}
			int next = this.window.indexOfBreak(end + 1);
			if (next < 0) {
				return ended ? this.window.length() : UNKNOWN;
			}
			end = next;
		}
		return (end < 0 && ended) ? this.window.length() : end;
	}

	/**
	 * Returns where the first event begins: what comes before belongs to one that began
	 * earlier.
	 */
	int first() {
		int start = 0;
		while (start < MAX_EVENT && isContinuation(start)) {
			int end = this.window.indexOfBreak(start);
			if (end < 0) {
				break;
			}
			start = end + 1;
		}
		return start;
	}

	private boolean isContinuation(int start) {
		return Continuations.isContinuation(this.window.bytes(), start, this.window.length());
	}

}
