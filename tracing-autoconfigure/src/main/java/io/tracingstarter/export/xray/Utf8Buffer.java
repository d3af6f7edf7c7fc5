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

	/** The characters that stand for themselves. */
	private static final boolean[] PLAIN = new boolean[0x80];

	static {
		Arrays.fill(PLAIN, 0x20, 0x7F, true);
		PLAIN['"'] = false;
		PLAIN['\\'] = false;
	}

	private static final int THOUSAND = 1000;

	/** The digits of 000 to 999. */
	private static final byte[] DIGITS = new byte[3 * THOUSAND];

	static {
		for (int i = 0; i < THOUSAND; i++) {
			DIGITS[3 * i] = (byte) ('0' + i / 100);
			DIGITS[3 * i + 1] = (byte) ('0' + i / 10 % 10);
			DIGITS[3 * i + 2] = (byte) ('0' + i % 10);
		}
	}

	private byte[] bytes;

	private int length;

	Utf8Buffer(int capacity) {
		this.bytes = new byte[capacity];
	}

	final void clear() {
		this.length = 0;
	}

	final int length() {
		return this.length;
	}

	/** What was written. */
	final byte[] copy() {
		return copyFrom(0);
	}

	final byte[] copyFrom(int from) {
		return Arrays.copyOfRange(this.bytes, from, this.length);
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

	private void digits(int number, int digits) {
		ensure(digits);
		int rest = number;
		for (int at = this.length + digits - 1; at >= this.length; at--) {
			this.bytes[at] = (byte) ('0' + rest % 10);
			rest /= 10;
		}
		this.length += digits;
	}

	/**
	 * Writes nine digits, three at a time: the time of each span has them twice.
	 */
	final void nineDigits(int number) {
		ensure(9);
		int thousands = number / THOUSAND;
		threeDigits(thousands / THOUSAND, this.length);
		threeDigits(thousands % THOUSAND, this.length + 3);
		threeDigits(number % THOUSAND, this.length + 6);
		this.length += 9;
	}

	private void threeDigits(int number, int at) {
		int from = 3 * number;
		this.bytes[at] = DIGITS[from];
		this.bytes[at + 1] = DIGITS[from + 1];
		this.bytes[at + 2] = DIGITS[from + 2];
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

	/** Writes a text between quotation marks that is ASCII, and needs no escapes. */
	@SuppressWarnings("deprecation")
	final void quote(String text) {
		int size = text.length();
		ensure(size + 2);
		this.bytes[this.length] = '"';
		text.getBytes(0, size, this.bytes, this.length + 1);
		this.bytes[this.length + size + 1] = '"';
		this.length += size + 2;
	}

	/** Writes part of a text between quotation marks, with escapes. */
	final void escape(String text, int from, int end) {
		ensure(end - from + 2);
		byte[] to = this.bytes;
		int at = this.length;
		to[at++] = '"';
		int i = from;
		// most texts need no escapes
		while (i < end) {
			char c = text.charAt(i);
			if (c >= PLAIN.length || !PLAIN[c]) {
				break;
			}
			to[at++] = (byte) c;
			i++;
		}
		if (i == end) {
			to[at++] = '"';
			this.length = at;
			return;
		}
		this.length = at;
		escapeRest(text, i, end);
		put('"');
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
		if (PLAIN[c]) {
			put(c);
		}
		else if (c == '"' || c == '\\') {
			put('\\');
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
