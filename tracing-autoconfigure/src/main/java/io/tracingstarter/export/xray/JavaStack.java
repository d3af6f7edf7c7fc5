package io.tracingstarter.export.xray;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * A stack trace as Java prints it, taken apart. Its frames stay where they are in the
 * text: they are many, and most of the bytes of a document that has some.
 */
final class JavaStack {

	private static final String CAUSED_BY = "Caused by: ";

	private static final String SUPPRESSED = "Suppressed: ";

	private static final String AT = "at ";

	private static final int MAX_CAUSES = 20;

	private final String text;

	private final String head;

	/** Where each begins and ends. */
	private int[] frames = new int[32];

	private int size;

	private @Nullable JavaStack cause;

	private JavaStack(String text, String head) {
		this.text = text;
		this.head = head;
	}

	/**
	 * Takes a stack trace apart. What does not look like one is left out.
	 * @param text as {@link Throwable#printStackTrace()} prints it
	 */
	static JavaStack parse(String text) {
		JavaStack first = new JavaStack(text, "");
		JavaStack last = first;
		int causes = 1;
		int suppressed = -1;
		int end;
		for (int start = 0; start < text.length(); start = nextLine(text, end)) {
			end = endOfLine(text, start);
			int from = start;
			int to = end;
			while (from < to && Character.isWhitespace(text.charAt(from))) {
				from++;
			}
			while (from < to && Character.isWhitespace(text.charAt(to - 1))) {
				to--;
			}
			int indent = (from < to) ? from - start : 0;
			if (suppressed >= 0 && indent > suppressed) {
				continue;
			}
			suppressed = begins(text, SUPPRESSED, from, to) ? indent : -1;
			if (begins(text, CAUSED_BY, from, to) && causes < MAX_CAUSES) {
				last.cause = new JavaStack(text, text.substring(from + CAUSED_BY.length(), to));
				last = last.cause;
				causes++;
			}
			else if (begins(text, AT, from, to)) {
				last.add(from + AT.length(), to);
			}
			else if (last == first && first.head.isEmpty() && suppressed < 0 && from < to) {
				first = new JavaStack(text, text.substring(from, to));
				last = first;
			}
		}
		return first;
	}

	private static int endOfLine(String text, int from) {
		int end = from;
		while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
			end++;
		}
		return end;
	}

	private static int nextLine(String text, int end) {
		return text.startsWith("\r\n", end) ? end + 2 : end + 1;
	}

	private static boolean begins(String text, String word, int from, int to) {
		return to - from >= word.length() && text.startsWith(word, from);
	}

	private void add(int from, int to) {
		if (2 * this.size == this.frames.length) {
			this.frames = Arrays.copyOf(this.frames, 2 * this.frames.length);
		}
		this.frames[2 * this.size] = from;
		this.frames[2 * this.size + 1] = to;
		this.size++;
	}

	/** Class of the exception; {@code null} where the text does not tell. */
	@Nullable String type() {
		int colon = this.head.indexOf(": ");
		String type = (colon > 0) ? this.head.substring(0, colon) : this.head;
		return type.isEmpty() ? null : type;
	}

	/** Its message, without further lines; {@code null} for none. */
	@Nullable String message() {
		int colon = this.head.indexOf(": ");
		return (colon > 0) ? this.head.substring(colon + 2) : null;
	}

	/** What caused it; {@code null} for nothing. */
	@Nullable JavaStack cause() {
		return this.cause;
	}

	/**
	 * Writes the frames.
	 * @param limit how many of them
	 */
	void write(JsonBytes json, int limit) {
		int written = Math.min(limit, this.size);
		int stack = json.begin("stack", '[');
		for (int i = 0; i < written; i++) {
			write(this.frames[2 * i], this.frames[2 * i + 1], json);
		}
		json.end(stack, ']');
		if (written < this.size) {
			json.name("truncated").number(this.size - written);
		}
	}

	/** Such as {@code java.base/java.lang.Thread.run(Thread.java:840)}. */
	private void write(int from, int to, JsonBytes json) {
		int open = first('(', from, to);
		boolean placed = open > from;
		int close = placed ? first(')', open, to) : -1;
		int label = placed ? last('/', from, open) + 1 : from;
		int place = (close > open) ? open + 1 : to;
		int end = (close > open) ? close : to;
		int colon = last(':', place, end);
		boolean numbered = colon > place;
		json.beginObject();
		json.name("path").string(this.text, place, numbered ? colon : end, Limits.TEXT);
		json.name("line").number(numbered ? line(colon + 1, end) : 0);
		json.name("label").string(this.text, label, placed ? open : to, Limits.TEXT);
		json.endObject();
	}

	/** Looks no further than the line: a text has many. */
	private int first(char c, int from, int to) {
		for (int i = from; i < to; i++) {
			if (this.text.charAt(i) == c) {
				return i;
			}
		}
		return -1;
	}

	/** Returns the place before the first where there is none. */
	private int last(char c, int from, int to) {
		int i = to - 1;
		while (i >= from && this.text.charAt(i) != c) {
			i--;
		}
		return i;
	}

	private long line(int from, int end) {
		try {
			return Integer.parseInt(this.text, from, end, 10);
		}
		catch (NumberFormatException ex) {
			return 0;
		}
	}

}
