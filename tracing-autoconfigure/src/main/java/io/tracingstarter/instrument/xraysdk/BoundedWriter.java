package io.tracingstarter.instrument.xraysdk;

import java.io.IOException;
import java.io.Writer;

/**
 * Holds a text up to a length, and refuses to go on after that.
 */
final class BoundedWriter extends Writer {

	private final StringBuilder text = new StringBuilder();

	private final int limit;

	BoundedWriter(int limit) {
		this.limit = limit;
	}

	@Override
	public void write(char[] characters, int offset, int length) throws IOException {
		if (this.text.length() + length > this.limit) {
			throw new IOException("More than " + this.limit + " characters");
		}
		this.text.append(characters, offset, length);
	}

	@Override
	public void flush() {
	}

	@Override
	public void close() {
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

}
