package io.tracingstarter.cli.source.file;

import java.io.IOException;
import java.util.Arrays;

/**
 * Reads a stream of bytes in constant memory and gives each line that matches, with the
 * lines of its stack trace. For one thread and one stream.
 */
final class LineScanner {

	// an id that ends here may go on in what is not read yet
	private static final int UNSURE = 8;

	private final Matcher ids;

	private final int lineBytes;

	private final ByteWindow window;

	private final EventBounds bounds;

	private final Sink sink;

	/**
	 * @param ids what to look for
	 * @param lineBytes the most bytes of a line that are given
	 * @param window where the stream begins: at 0, or {@link EventBounds#MAX_EVENT}
	 * before what is to be scanned
	 * @param sink takes what is found
	 */
	LineScanner(Matcher ids, int lineBytes, ByteWindow window, Sink sink) {
		this.ids = ids;
		this.lineBytes = lineBytes;
		this.window = window;
		this.bounds = new EventBounds(window);
		this.sink = sink;
	}

	/**
	 * Returns memory for a window.
	 */
	static byte[] buffer(int lineBytes) {
		return new byte[Math.max(lineBytes, EventBounds.MAX_EVENT) + EventBounds.MAX_EVENT + ByteWindow.CHUNK];
	}

	/**
	 * Scans the lines that begin in a part of the stream.
	 * @param from where it begins, which may be in a line: that is left out
	 * @param until its end, exclusive
	 */
	void scan(long from, long until) throws IOException, InterruptedException {
		if (from > 0 && !skipTo(from, until)) {
			return;
		}
		boolean more = true;
		while (more) {
			this.window.fill();
			more = scanWindow(until);
		}
	}

	// a line, its stack trace, and the parts it was split into belong to where they begin
	private boolean skipTo(long from, long until) throws IOException, InterruptedException {
		int end = -1;
		while (end < 0) {
			if (this.window.isFull()) {
				this.window.discard(this.window.length());
			}
			if (this.window.isEnded() || this.window.offset() >= until) {
				return false;
			}
			this.window.fill();
			long before = Math.max(0, from - 1 - this.window.offset());
			end = this.window.indexOfBreak((int) Math.min(before, this.window.length()));
		}
		int next = this.bounds.next(end + 1);
		while (next == EventBounds.UNKNOWN && !this.window.isFull()) {
			this.window.fill();
			next = this.bounds.next(end + 1);
		}
		this.window.discard(Math.max(next, end + 1));
		return true;
	}

	private boolean scanWindow(long until) throws IOException, InterruptedException {
		int length = this.window.length();
		int position = 0;
		int pending = -1;
		int match;
		while ((match = this.ids.find(this.window.bytes(), position, length)) >= 0) {
			int start = this.bounds.start(this.window.lineStart(match, position), position);
			int end = this.bounds.end(start, match);
			if (end == EventBounds.UNKNOWN) {
				pending = start;
				break;
			}
			if (this.window.offset() + start >= until) {
				return false;
			}
			emit(start, end);
			position = Math.min(end + 1, length);
		}
		if (this.window.isEnded()) {
			return false;
		}
		int last = this.window.lineStart(length, position);
		int carry = (pending >= 0) ? pending : this.bounds.start(last, position);
		if (this.window.offset() + carry - ((pending >= 0) ? 0 : EventBounds.MAX_EVENT) >= until) {
			return false;
		}
		if (carry == 0 && this.window.isFull()) {
			return makeRoom(pending >= 0, last);
		}
		this.window.discard(carry);
		return true;
	}

	private boolean makeRoom(boolean matched, int last) throws IOException, InterruptedException {
		int nuls = 0;
		while (nuls < this.window.length() && this.window.bytes()[nuls] == 0) {
			nuls++;
		}
		if (nuls > 0) {
			// what is left of a file that was truncated while its writer went on
			this.window.discard(nuls);
			return true;
		}
		if (last == 0) {
			return drainLine();
		}
		if (matched) {
			emit(0, last - 1);
		}
		this.window.discard(last);
		return true;
	}

	/** A line that is longer than the window: its head is kept, its rest searched. */
	private boolean drainLine() throws IOException, InterruptedException {
		byte[] head = Arrays.copyOf(this.window.bytes(), this.lineBytes);
		long start = this.window.offset();
		long line = this.window.linesBefore(0);
		boolean matched = contains(this.window.length() - UNSURE);
		int end = -1;
		while (end < 0 && !this.window.isEnded()) {
			this.window.discard(this.window.length() - this.ids.longest() - 2 * UNSURE);
			int before = this.window.length();
			this.window.fill();
			end = this.window.indexOfBreak(before);
			int unsure = this.window.isEnded() ? 0 : UNSURE;
			matched = matched || contains((end >= 0) ? end : this.window.length() - unsure);
		}
		int stop = (end >= 0) ? end : this.window.length();
		if (matched) {
			this.sink.event(head, 0, head.length, start, line, this.window.offset() + stop - start);
		}
		this.window.discard(Math.min(stop + 1, this.window.length()));
		return !this.window.isEnded() || this.window.length() > 0;
	}

	private boolean contains(int to) {
		return this.ids.find(this.window.bytes(), 0, to) >= 0;
	}

	private void emit(int start, int end) throws IOException {
		byte[] bytes = this.window.bytes();
		int stop = (end > start && bytes[end - 1] == '\r') ? end - 1 : end;
		this.sink.event(bytes, start, Math.min(stop, start + this.lineBytes), this.window.offset() + start,
				this.window.linesBefore(start), end - start);
	}

	/**
	 * Tells what to look for.
	 */
	interface Matcher {

		/** Returns the length of the longest match, in bytes. */
		int longest();

		/**
		 * Returns where the next match begins; -1 where there is none.
		 * @param text where to search
		 * @param from the first byte where it may begin
		 * @param to the end of the text, exclusive
		 */
		int find(byte[] text, int from, int to);

	}

	/**
	 * Takes lines.
	 */
	@FunctionalInterface
	interface Sink {

		/**
		 * Takes a line, with those that follow it as its stack trace.
		 * @param buffer holds it; not to be kept
		 * @param start where it begins
		 * @param end where it ends, or where it is cut
		 * @param offset where it begins in the file
		 * @param line how many lines are before it; -1 where they were not counted
		 * @param total how many bytes it has
		 */
		void event(byte[] buffer, int start, int end, long offset, long line, long total) throws IOException;

	}

}
