package io.tracingstarter.logging;

import java.io.OutputStream;
import java.util.Arrays;

/**
 * Takes the bytes of one line. A generator hands over most lines at once, which then are
 * copied once.
 */
final class LineBuffer extends OutputStream {

	private static final byte[] EMPTY = new byte[0];

	private byte[] bytes = EMPTY;

	private int size;

	@Override
	public void write(int value) {
		write(new byte[] { (byte) value }, 0, 1);
	}

	@Override
	public void write(byte[] source, int offset, int length) {
		if (this.bytes.length - this.size <= length) {
			// one more for the line's end
			int wanted = (this.size == 0) ? length + 1 : Math.max(this.size + length + 1, this.size * 2);
			this.bytes = Arrays.copyOf(this.bytes, wanted);
		}
		System.arraycopy(source, offset, this.bytes, this.size, length);
		this.size += length;
	}

	byte[] toLine() {
		byte[] line = (this.bytes.length == this.size + 1) ? this.bytes : Arrays.copyOf(this.bytes, this.size + 1);
		line[this.size] = '\n';
		return line;
	}

}
