package io.tracingstarter.export.xray;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.tracingstarter.export.AttributeText;

/**
 * Writes JSON as UTF-8 into one buffer that is used again and again. Objects that turn
 * out to be empty leave no trace. Not safe for use by several threads.
 */
final class JsonBytes {

	private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

	private static final int REPLACEMENT = 0xFFFD;

	private static final long NANOS = 1_000_000_000L;

	private static final int FRACTION_DIGITS = 9;

	private static final int MAX_DIGITS = 19;

	private byte[] bytes = new byte[8 * 1024];

	private int length;

	void clear() {
		this.length = 0;
	}

	int length() {
		return this.length;
	}

	/** What was written. */
	byte[] copy() {
		return Arrays.copyOf(this.bytes, this.length);
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
		escape(name, 0, name.length());
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
		escape(text, 0, Math.min(text.length(), limit));
		put('"');
	}

	/**
	 * Writes the id of a trace as {@code 1-xxxxxxxx-xxxxxxxxxxxxxxxxxxxxxxxx}.
	 * @param traceId 32 hexadecimal digits
	 * @see <a href=
	 * "https://docs.aws.amazon.com/xray/latest/devguide/xray-api-sendingdata.html">X-Ray:
	 * sending trace data</a>
	 */
	void traceId(String traceId) {
		separate();
		ascii("\"1-");
		escape(traceId, 0, XRayIds.TIME);
		put('-');
		escape(traceId, XRayIds.TIME, traceId.length());
		put('"');
	}

	/**
	 * Writes the value of an attribute.
	 * @param limit how many characters a text may have
	 */
	void value(Object value, int limit) {
		if (value instanceof String text) {
			string(text, limit);
		}
		else if (value instanceof Boolean flag) {
			bool(flag);
		}
		else if (value instanceof Long number) {
			number(number);
		}
		else if (value instanceof Double number) {
			number(number);
		}
		else {
			string(AttributeText.of(value), limit);
		}
	}

	/**
	 * Writes members that were written before.
	 */
	void members(byte[] members) {
		if (members.length > 0) {
			separate();
			ensure(members.length);
			System.arraycopy(members, 0, this.bytes, this.length, members.length);
			this.length += members.length;
		}
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
		int fraction = (int) Math.floorMod(nanos, NANOS);
		ensure(FRACTION_DIGITS);
		for (int i = FRACTION_DIGITS - 1; i >= 0; i--) {
			this.bytes[this.length + i] = (byte) ('0' + fraction % 10);
			fraction /= 10;
		}
		this.length += FRACTION_DIGITS;
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
		if (number < 0) {
			ascii(Long.toString(number));
			return;
		}
		ensure(MAX_DIGITS);
		int digits = 1;
		for (long rest = number / 10; rest > 0; rest /= 10) {
			digits++;
		}
		long rest = number;
		for (int i = digits - 1; i >= 0; i--) {
			this.bytes[this.length + i] = (byte) ('0' + rest % 10);
			rest /= 10;
		}
		this.length += digits;
	}

	private void ascii(String text) {
		for (int i = 0; i < text.length(); i++) {
			put(text.charAt(i));
		}
	}

	/** Most texts need no escapes: those are copied in one go. */
	private void escape(String text, int from, int end) {
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

	private void put(char b) {
		ensure(1);
		this.bytes[this.length++] = (byte) b;
	}

	private void ensure(int more) {
		if (more > this.bytes.length - this.length) {
			this.bytes = Arrays.copyOf(this.bytes, Math.max(2 * this.bytes.length, this.length + more));
		}
	}

}
