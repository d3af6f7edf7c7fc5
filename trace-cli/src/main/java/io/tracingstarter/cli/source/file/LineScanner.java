package io.tracingstarter.cli.source.file;

import java.io.IOException;
import java.util.Arrays;

/**
 * Reads a stream of bytes in constant memory and gives each line that matches, with the
 * lines of its stack trace. For one thread and one stream.
 */
final class LineScanner {

	static final int CHUNK = 256 * 1024;

	/** How far the lines of one stack trace may go, in bytes. */
	private static final int MAX_EVENT = 64 * 1024;

	// an id that ends here may go on in what is not read yet
	private static final int UNSURE = 8;

	private final Matcher ids;

	private final int lineBytes;

	private final Input input;

	private final Sink sink;

	private final byte[] buffer;

	private int length;

	private boolean ended;

	// of the first byte of the buffer
	private long offset;

	// the lines before the first byte of the buffer; negative where they are not counted
	private long lines;

	// how far into the buffer lines were counted, and how many
	private int counted;

	private int countedLines;

	LineScanner(Matcher ids, int lineBytes, Input input, Sink sink) {
		this.ids = ids;
		this.lineBytes = lineBytes;
		this.input = input;
		this.sink = sink;
		this.buffer = new byte[Math.max(lineBytes, MAX_EVENT) + MAX_EVENT + CHUNK];
	}

	/**
	 * Scans the lines that begin between two offsets.
	 * @param start where the input begins: 0, or one byte before the first line that may
	 * belong to it
	 * @param until the end, exclusive
	 * @param counting whether to count lines
	 */
	void scan(long start, long until, boolean counting) throws IOException, InterruptedException {
		this.offset = start;
		this.lines = counting ? 0 : Long.MIN_VALUE;
		if (start > 0 && !skipFirstLine(until)) {
			return;
		}
		boolean more = true;
		while (more) {
			fill();
			more = scanBuffer(until);
		}
	}

	// a line, and its stack trace, belong to where they begin
	private boolean skipFirstLine(long until) throws IOException, InterruptedException {
		while (true) {
			fill();
			int end = indexOfBreak(0, this.length);
			if (end >= 0) {
				discard(end + 1);
				break;
			}
			discard(this.length);
			if (this.ended || this.offset >= until) {
				return false;
			}
		}
		fill();
		int start = 0;
		while (start < MAX_EVENT && Continuations.isContinuation(this.buffer, start, this.length)) {
			int end = indexOfBreak(start, this.length);
			if (end < 0) {
				break;
			}
			start = end + 1;
		}
		discard(start);
		return true;
	}

	private boolean scanBuffer(long until) throws IOException, InterruptedException {
		int position = 0;
		int pending = -1;
		int match;
		while ((match = this.ids.find(this.buffer, position, this.length)) >= 0) {
			int start = eventStart(lineStart(match, position), position);
			int end = eventEnd(start, match);
			if (end < 0) {
				pending = start;
				break;
			}
			if (this.offset + start >= until) {
				return false;
			}
			emit(start, end, end - start);
			position = Math.min(end + 1, this.length);
		}
		if (this.ended) {
			return false;
		}
		int last = lineStart(this.length, position);
		int carry = (pending >= 0) ? pending : eventStart(last, position);
		if (this.offset + carry - ((pending >= 0) ? 0 : MAX_EVENT) >= until) {
			return false;
		}
		if (carry == 0 && this.length == this.buffer.length) {
			return makeRoom(pending >= 0, last);
		}
		discard(carry);
		return true;
	}

	private boolean makeRoom(boolean matched, int last) throws IOException, InterruptedException {
		int nuls = 0;
		while (nuls < this.length && this.buffer[nuls] == 0) {
			nuls++;
		}
		if (nuls > 0) {
			// what is left of a file that was truncated while its writer went on
			discard(nuls);
			return true;
		}
		if (last == 0) {
			return drainLine();
		}
		if (matched) {
			emit(0, last - 1, last - 1);
		}
		discard(last);
		return true;
	}

	/** A line that is longer than the buffer: its head is kept, its rest searched. */
	private boolean drainLine() throws IOException, InterruptedException {
		byte[] head = Arrays.copyOf(this.buffer, this.lineBytes);
		long start = this.offset;
		long line = this.lines;
		boolean matched = this.ids.find(this.buffer, 0, this.length - UNSURE) >= 0;
		int end = -1;
		while (end < 0 && !this.ended) {
			discard(this.length - this.ids.longest() - 2 * UNSURE);
			int before = this.length;
			fill();
			end = indexOfBreak(before, this.length);
			int to = (end >= 0) ? end : this.ended ? this.length : this.length - UNSURE;
			matched = matched || this.ids.find(this.buffer, 0, to) >= 0;
		}
		int stop = (end >= 0) ? end : this.length;
		if (matched) {
			this.sink.event(head, 0, head.length, start, Math.max(-1, line), this.offset + stop - start);
		}
		discard(Math.min(stop + 1, this.length));
		return !this.ended || this.length > 0;
	}

	private void emit(int start, int end, int total) throws IOException {
		int stop = (end > start && this.buffer[end - 1] == '\r') ? end - 1 : end;
		long line = (this.lines >= 0) ? this.lines + breaks(start) : -1;
		this.sink.event(this.buffer, start, Math.min(stop, start + this.lineBytes), this.offset + start, line, total);
	}

	private int lineStart(int position, int from) {
		for (int index = position - 1; index >= from; index--) {
			if (this.buffer[index] == '\n') {
				return index + 1;
			}
		}
		return from;
	}

	private int eventStart(int line, int from) {
		int start = line;
		while (start > from && line - start < MAX_EVENT
				&& Continuations.isContinuation(this.buffer, start, this.length)) {
			start = lineStart(start - 1, from);
		}
		return (start < line && this.buffer[start] == '{') ? line : start;
	}

	// -1 where it is not read yet
	private int eventEnd(int start, int match) {
		int end = indexOfBreak(match, this.length);
		if (end >= 0 && this.buffer[start] == '{') {
			return end;
		}
		int limit = match + MAX_EVENT;
		while (end >= 0 && end < limit) {
			if (end + 1 >= this.length && !this.ended) {
				return -1;
			}
			if (!Continuations.isContinuation(this.buffer, end + 1, this.length)) {
				return end;
			}
			int next = indexOfBreak(end + 1, this.length);
			if (next < 0) {
				return this.ended ? this.length : -1;
			}
			end = next;
		}
		return (end < 0 && this.ended) ? this.length : end;
	}

	private int indexOfBreak(int from, int to) {
		for (int index = from; index < to; index++) {
			if (this.buffer[index] == '\n') {
				return index;
			}
		}
		return -1;
	}

	private int breaks(int to) {
		if (this.counted > to) {
			this.counted = 0;
			this.countedLines = 0;
		}
		for (; this.counted < to; this.counted++) {
			if (this.buffer[this.counted] == '\n') {
				this.countedLines++;
			}
		}
		return this.countedLines;
	}

	private void discard(int count) {
		if (this.lines >= 0) {
			this.lines += breaks(count);
			this.counted = 0;
			this.countedLines = 0;
		}
		System.arraycopy(this.buffer, count, this.buffer, 0, this.length - count);
		this.length -= count;
		this.offset += count;
	}

	private void fill() throws IOException, InterruptedException {
		if (Thread.interrupted()) {
			throw new InterruptedException();
		}
		int space = Math.min(CHUNK, this.buffer.length - this.length);
		if (this.ended || space == 0) {
			return;
		}
		int read = this.input.read(this.buffer, this.length, space);
		if (read < 0) {
			this.ended = true;
		}
		else {
			this.length += read;
		}
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
	 * Gives bytes.
	 */
	@FunctionalInterface
	interface Input {

		/**
		 * Reads at least one byte.
		 * @return how many; -1 at the end
		 */
		int read(byte[] target, int offset, int length) throws IOException;

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
