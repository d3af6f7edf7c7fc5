package io.tracingstarter.export.xray;

import io.tracingstarter.export.AttributeText;

/**
 * Writes JSON as UTF-8 into one buffer that is used again and again. Objects that turn
 * out to be empty leave no trace. Not safe for use by several threads.
 */
final class JsonBytes extends Utf8Buffer {

	private static final long NANOS = 1_000_000_000L;

	private static final int CAPACITY = 8 * 1024;

	/**
	 * The second that was written last, and how: most spans of a batch are of the same.
	 */
	private long second = Long.MIN_VALUE;

	private byte[] secondDigits = new byte[0];

	JsonBytes() {
		this(CAPACITY);
	}

	private JsonBytes(int capacity) {
		super(capacity);
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

	/**
	 * Begins a member.
	 * @param name one of ours: ASCII, without anything to escape
	 */
	JsonBytes name(String name) {
		separate();
		quote(name);
		put(':');
		return this;
	}

	/**
	 * Begins a member.
	 * @param key a name that may hold anything
	 */
	JsonBytes key(String key) {
		separate();
		escape(key, 0, key.length());
		put(':');
		return this;
	}

	/**
	 * Begins a member.
	 * @param member its name, as {@link #member(String)} returned it
	 */
	JsonBytes member(byte[] member) {
		separate();
		copy(member);
		return this;
	}

	/**
	 * Returns the name of a member with what stands around it.
	 * @param key a name that may hold anything
	 */
	static byte[] member(String key) {
		JsonBytes json = new JsonBytes(key.length() + 3);
		json.key(key);
		return json.copy();
	}

	/**
	 * Begins a member that is an object or array.
	 * @param name one of ours
	 * @return what to end it with
	 */
	int begin(String name, char bracket) {
		int mark = length();
		name(name);
		put(bracket);
		return mark;
	}

	/**
	 * Begins a member that is an object.
	 * @param key a name that may hold anything
	 * @return what to end it with
	 */
	int beginObject(String key) {
		int mark = length();
		key(key);
		put('{');
		return mark;
	}

	/**
	 * Ends a member, or takes it away where nothing is in it.
	 */
	void end(int mark, char bracket) {
		byte last = last();
		if (last == '{' || last == '[') {
			cut(mark);
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
		string(text, 0, text.length(), limit);
	}

	/**
	 * Writes part of a text, cut where it is too long.
	 * @param limit how many characters it may have
	 */
	void string(String text, int from, int end, int limit) {
		separate();
		escape(text, from, (end - from > limit) ? from + limit : end);
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
		copy(traceId, 0, XRayIds.TIME);
		put('-');
		copy(traceId, XRayIds.TIME, traceId.length());
		put('"');
	}

	/**
	 * Writes the id of a span.
	 * @param spanId 16 hexadecimal digits
	 */
	void spanId(String spanId) {
		separate();
		quote(spanId);
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
			copy(members);
		}
	}

	/**
	 * Writes a member that is JSON already.
	 * @param name with its escapes
	 * @param value as JSON
	 */
	void raw(String name, String value) {
		separate();
		put('"');
		encode(name);
		put('"');
		put(':');
		encode(value);
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
		long seconds = Math.floorDiv(nanos, NANOS);
		if (seconds == this.second) {
			copy(this.secondDigits);
		}
		else {
			int from = length();
			digits(seconds);
			put('.');
			this.secondDigits = copyFrom(from);
			this.second = seconds;
		}
		nineDigits((int) (nanos - seconds * NANOS));
	}

	/** A comma before all that is neither first nor the value of a name. */
	private void separate() {
		if (length() > 0) {
			byte last = last();
			if (last != '{' && last != '[' && last != ':') {
				put(',');
			}
		}
	}

}
