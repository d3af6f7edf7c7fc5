package io.tracingstarter.export.xray;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes of UTF-8 that grow, and are used again and again. Texts are escaped as JSON asks
 * for. Not safe for use by several threads.
 */
class Utf8Buffer {

	private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

	private static final int REPLACEMENT = 0xFFFD;

	private byte[] bytes = new byte[8 * 1024];

	private int length;

	final void clear() {
		this.length = 0;
	}

	final int length() {
		return this.length;
	}

	/** What was written. */
	final byte[] copy() {
		return Arrays.copyOf(this.bytes, this.length);
	}

	/** The buffer itself; what is behind {@link #length} is old. */
	final byte[] bytes() {
		return this.bytes;
	}

	final byte last() {
		return this.bytes[this.length - 1];
	}

	final void cut(int length) {
		this.length = length;
	}

	final void copy(byte[] more) {
		ensure(more.length);
		System.arraycopy(more, 0, this.bytes, this.length, more.length);
		this.length += more.length;
	}

	/** Writes a text as it is. */
	final void encode(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) < 0x80) {
				put(text.charAt(i));
			}
			else {
				i = beyondAscii(text, i, text.length());
			}
		}
	}

	final void digits(long number) {
		if (number < 0 || number > Integer.MAX_VALUE) {
			ascii(Long.toString(number));
			return;
		}
		int digits = 1;
		for (long power = 10; power <= number; power *= 10) {
			digits++;
		}
		digits((int) number, digits);
	}

	/** Integers, because the time of each span is written twice. */
	final void digits(int number, int digits) {
		ensure(digits);
		int rest = number;
		for (int at = this.length + digits - 1; at >= this.length; at--) {
			this.bytes[at] = (byte) ('0' + rest % 10);
			rest /= 10;
		}
		this.length += digits;
	}

	final void ascii(String text) {
		copy(text, 0, text.length());
	}

	/** For what is ASCII, and needs no escapes. */
	@SuppressWarnings("deprecation")
	final void copy(String text, int from, int end) {
		ensure(end - from);
		text.getBytes(from, end, this.bytes, this.length);
		this.length += end - from;
	}

	/** Most texts need no escapes: those are copied in one go. */
	final void escape(String text, int from, int end) {
		ensure(end - from);
		byte[] to = this.bytes;
		int at = this.length;
		int i = from;
		while (i < end) {
			char c = text.charAt(i);
			if (c < 0x20 || c >= 0x7F || c == '"' || c == '\\') {
				break;
			}
			to[at++] = (byte) c;
			i++;
		}
		this.length = at;
		if (i < end) {
			escapeRest(text, i, end);
		}
	}

	private void escapeRest(String text, int from, int end) {
		for (int i = from; i < end; i++) {
			char c = text.charAt(i);
			if (c < 0x80) {
				escapeAscii(c);
			}
			else {
				i = beyondAscii(text, i, end);
			}
		}
	}

	/** Writes a character of one or two halves, and returns where it ends. */
	private int beyondAscii(String text, int at, int end) {
		char c = text.charAt(at);
		if (Character.isHighSurrogate(c) && at + 1 < end && Character.isLowSurrogate(text.charAt(at + 1))) {
			utf8(Character.toCodePoint(c, text.charAt(at + 1)));
			return at + 1;
		}
		utf8(Character.isSurrogate(c) ? REPLACEMENT : c);
		return at;
	}

	private void escapeAscii(char c) {
		if (c == '"' || c == '\\') {
			put('\\');
			put(c);
		}
		else if (c >= 0x20 && c != 0x7F) {
			put(c);
		}
		else if (c == '\n') {
			put('\\');
			put('n');
		}
		else {
			ascii("\\u00");
			put((char) HEX[c >> 4]);
			put((char) HEX[c & 0xF]);
		}
	}

	private void utf8(int codePoint) {
		if (codePoint < 0x800) {
			put((char) (0xC0 | codePoint >> 6));
		}
		else {
			if (codePoint < 0x10000) {
				put((char) (0xE0 | codePoint >> 12));
			}
			else {
				put((char) (0xF0 | codePoint >> 18));
				put((char) (0x80 | codePoint >> 12 & 0x3F));
			}
			put((char) (0x80 | codePoint >> 6 & 0x3F));
		}
		put((char) (0x80 | codePoint & 0x3F));
	}

	final void put(char b) {
		ensure(1);
		this.bytes[this.length++] = (byte) b;
	}

	private void ensure(int more) {
		if (more > this.bytes.length - this.length) {
			this.bytes = Arrays.copyOf(this.bytes, Math.max(2 * this.bytes.length, this.length + more));
		}
	}

}
