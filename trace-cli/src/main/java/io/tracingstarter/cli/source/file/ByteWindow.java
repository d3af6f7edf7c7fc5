package io.tracingstarter.cli.source.file;

import java.io.IOException;

/**
 * The part of a stream of bytes that is in memory: it grows at its end and is discarded
 * from its beginning. Knows its place in the stream, and where lines end. For one thread.
 */
final class ByteWindow {

	/** As much as a processor keeps near. */
	static final int CHUNK = 256 * 1024;

	private final byte[] buffer;

	private final Input input;

	private int length;

	private boolean ended;

	// of the first byte of the buffer
	private long offset;

	// the lines before the first byte of the buffer; negative where they are not counted
	private long lines;

	// how far into the buffer lines were counted, and how many
	private int counted;

	private int countedLines;

	/**
	 * @param buffer as large as what may be kept, and a chunk more
	 * @param input gives the bytes
	 * @param start where the input begins in its stream
	 * @param counting whether to count lines
	 */
	ByteWindow(byte[] buffer, Input input, long start, boolean counting) {
		this.buffer = buffer;
		this.input = input;
		this.offset = start;
		this.lines = counting ? 0 : Long.MIN_VALUE;
	}

	/** Returns the bytes, of which those up to the length count. */
	byte[] bytes() {
		return this.buffer;
	}

	int length() {
		return this.length;
	}

	/** Returns where the window begins in the stream. */
	long offset() {
		return this.offset;
	}

	/** Returns whether the window ends where the stream does. */
	boolean isEnded() {
		return this.ended;
	}

	boolean isFull() {
		return this.length == this.buffer.length;
	}

	/**
	 * Reads a chunk, as far as there is room.
	 * @throws InterruptedException when the thread was interrupted
	 */
	void fill() throws IOException, InterruptedException {
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
	 * Forgets so many bytes at the beginning.
	 */
	void discard(int count) {
		if (this.lines >= 0) {
			this.lines += breaks(count);
			this.counted = 0;
			this.countedLines = 0;
		}
		System.arraycopy(this.buffer, count, this.buffer, 0, this.length - count);
		this.length -= count;
		this.offset += count;
	}

	/**
	 * Returns where the line begins that holds a position, or the given one where that is
	 * later.
	 */
	int lineStart(int position, int from) {
		for (int index = position - 1; index >= from; index--) {
			if (this.buffer[index] == '\n') {
				return index + 1;
			}
		}
		return from;
	}

	/**
	 * Returns the first line break from a position on; -1 where there is none.
	 */
	int indexOfBreak(int from) {
		for (int index = from; index < this.length; index++) {
			if (this.buffer[index] == '\n') {
				return index;
			}
		}
		return -1;
	}

	/**
	 * Returns how many lines of the stream end before a position; -1 where they are not
	 * counted.
	 */
	long linesBefore(int position) {
		return (this.lines >= 0) ? this.lines + breaks(position) : -1;
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

}
