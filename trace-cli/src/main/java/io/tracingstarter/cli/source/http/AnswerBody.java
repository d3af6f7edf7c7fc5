package io.tracingstarter.cli.source.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/**
 * The body of an answer: unpacked, and no longer than allowed.
 */
final class AnswerBody extends InputStream {

	private final ReceivedBytes raw;

	private final long mostBytes;

	private InputStream unpacked;

	private long count;

	AnswerBody(ReceivedBytes raw, long mostBytes) {
		this.raw = raw;
		this.mostBytes = mostBytes;
		this.unpacked = raw;
	}

	void unpack(String encoding) throws IOException {
		boolean gzip = "gzip".equalsIgnoreCase(encoding);
		this.unpacked = new BufferedInputStream(gzip ? new GZIPInputStream(this.raw) : this.raw);
	}

	/**
	 * Returns whether the body begins as a page for people does, and reads nothing of it.
	 */
	boolean isMarkup() throws IOException {
		this.unpacked.mark(64);
		int first;
		int skipped = 0;
		do {
			first = this.unpacked.read();
		}
		while (Character.isWhitespace(first) && ++skipped < 64);
		this.unpacked.reset();
		return first == '<';
	}

	/**
	 * Returns the beginning of the body, which may be anything.
	 */
	String beginning(int bytes) {
		try {
			return new String(this.unpacked.readNBytes(bytes), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			return "";
		}
	}

	boolean isLate() {
		return this.raw.isLate();
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		if (this.count >= this.mostBytes) {
			throw new TooLongException();
		}
		int read = this.unpacked.read(bytes, offset, (int) Math.min(length, this.mostBytes - this.count));
		this.count += Math.max(0, read);
		return read;
	}

	@Override
	public void close() {
		this.raw.close();
	}

	/**
	 * The body is longer than allowed.
	 */
	static final class TooLongException extends IOException {

	}

}
