package io.tracingstarter.export.xray;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes JSON as UTF-8 into one buffer that is used again and again. Objects that turn
 * out to be empty leave no trace. Not safe for use by several threads.
 */
final class JsonBytes {

	private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

	private static final int REPLACEMENT = 0xFFFD;

	private static final long NANOS = 1_000_000_000L;

	private byte[] bytes = new byte[8 * 1024];

	private int length;

	void clear() {
		this.length = 0;
	}

	int length() {
		return this.length;
	}

	/** The buffer itself; what is behind {@link #length} is old. */
	byte[] bytes() {
		return this.bytes;
	}

	JsonBytes beginObject() {
		separate();
		put('{');
		return this;
	}

	void endObject() {
		put('}');
	}

	void beginArray() {
		separate();
		put('[');
	}

	void endArray() {
		put(']');
	}

	JsonBytes name(String name) {
		separate();
		put('"');
		escape(name, name.length());
		put('"');
		put(':');
		return this;
	}

	/**
	 * Begins a member that is an object or array.
	 * @return what to end it with
	 */
	int begin(String name, char bracket) {
		int mark = this.length;
		name(name);
		put(bracket);
		return mark;
	}

	/**
	 * Ends a member, or takes it away where nothing is in it.
	 */
	void end(int mark, char bracket) {
		byte last = this.bytes[this.length - 1];
		if (last == '{' || last == '[') {
			this.length = mark;
		}
		else {
			put(bracket);
		}
	}

	/**
	 * Writes a text, cut where it is too long.
	 * @param limit how many characters it may have
	 */
	void string(String text, int limit) {
		separate();
		put('"');
		escape(text, Math.min(text.length(), limit));
		put('"');
	}

	/**
	 * Writes a member that is JSON already.
	 * @param name with its escapes
	 * @param value as JSON
	 */
	void raw(String name, String value) {
		separate();
		raw("\"" + name + "\":" + value);
	}

	private void raw(String json) {
		for (int i = 0; i < json.length(); i++) {
			if (json.charAt(i) < 0x80) {
				put(json.charAt(i));
			}
			else {
				i = beyondAscii(json, i, json.length());
			}
		}
	}

	void number(long number) {
		separate();
		digits(number);
	}

	void number(double number) {
		if (Double.isFinite(number)) {
			separate();
			ascii(Double.toString(number));
		}
		else {
			string(Double.toString(number), Integer.MAX_VALUE);
		}
	}

	void bool(boolean value) {
		separate();
		ascii(value ? "true" : "false");
	}

	/**
	 * Writes nanoseconds as seconds, exactly: a double has not enough digits for them.
	 */
	void seconds(long nanos) {
		separate();
		digits(Math.floorDiv(nanos, NANOS));
		put('.');
		long fraction = Math.floorMod(nanos, NANOS);
		for (long unit = NANOS / 10; unit > 0; unit /= 10) {
			put((char) ('0' + fraction / unit % 10));
		}
	}

	/** A comma before all that is neither first nor the value of a name. */
	private void separate() {
		if (this.length > 0) {
			byte last = this.bytes[this.length - 1];
			if (last != '{' && last != '[' && last != ':') {
				put(',');
			}
		}
	}

	private void digits(long number) {
		ascii(Long.toString(number));
	}

	private void ascii(String text) {
		for (int i = 0; i < text.length(); i++) {
			put(text.charAt(i));
		}
	}

	private void escape(String text, int end) {
		for (int i = 0; i < end; i++) {
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

	private void put(char b) {
		if (this.length == this.bytes.length) {
			this.bytes = Arrays.copyOf(this.bytes, 2 * this.length);
		}
		this.bytes[this.length++] = (byte) b;
	}

}
