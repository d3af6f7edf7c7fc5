package io.tracingstarter.export.xray;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A stack trace as Java prints it, taken apart.
 *
 * @param type class of the exception
 * @param message its message, without further lines; {@code null} for none
 * @param frames the lines that begin with "at", without the "at"
 * @param cause what caused it; {@code null} for none
 */
record JavaStack(@Nullable String type, @Nullable String message, List<String> frames, @Nullable JavaStack cause) {

	private static final String CAUSED_BY = "Caused by: ";

	private static final int MAX_CAUSES = 20;

	/**
	 * Takes a stack trace apart. What does not look like one is left out.
	 * @param text as {@link Throwable#printStackTrace()} prints it
	 */
	static JavaStack parse(String text) {
		List<Part> parts = new ArrayList<>();
		parts.add(new Part(""));
		int suppressed = -1;
		for (String line : (Iterable<String>) text.lines()::iterator) {
			String content = line.strip();
			int indent = line.indexOf(content);
			if (suppressed >= 0 && indent > suppressed) {
				continue;
			}
			suppressed = content.startsWith("Suppressed: ") ? indent : -1;
			if (content.startsWith(CAUSED_BY) && parts.size() < MAX_CAUSES) {
				parts.add(new Part(content.substring(CAUSED_BY.length())));
			}
			else if (content.startsWith("at ") && suppressed < 0) {
				parts.get(parts.size() - 1).frames.add(content.substring("at ".length()));
			}
			else if (parts.size() == 1 && parts.get(0).head.isEmpty() && suppressed < 0) {
				parts.set(0, new Part(content));
			}
		}
		JavaStack stack = null;
		for (int i = parts.size() - 1; i >= 0; i--) {
			stack = parts.get(i).causedBy(stack);
		}
		return (stack != null) ? stack : new JavaStack(null, null, List.of(), null);
	}

	/**
	 * Writes the frames.
	 * @param limit how many of them
	 */
	void write(JsonBytes json, int limit) {
		int written = Math.min(limit, this.frames.size());
		int stack = json.begin("stack", '[');
		for (String frame : this.frames.subList(0, written)) {
			write(frame, json);
		}
		json.end(stack, ']');
		if (written < this.frames.size()) {
			json.name("truncated").number(this.frames.size() - written);
		}
	}

	/** Such as {@code java.base/java.lang.Thread.run(Thread.java:840)}. */
	private static void write(String frame, JsonBytes json) {
		int open = frame.indexOf('(');
		int close = frame.indexOf(')', Math.max(open, 0));
		String label = (open > 0) ? frame.substring(frame.lastIndexOf('/', open) + 1, open) : frame;
		String place = (open > 0 && close > open) ? frame.substring(open + 1, close) : "";
		int colon = place.lastIndexOf(':');
		json.beginObject();
		json.name("path").string((colon > 0) ? place.substring(0, colon) : place, Limits.TEXT);
		json.name("line").number((colon > 0) ? line(place.substring(colon + 1)) : 0);
		json.name("label").string(label, Limits.TEXT);
		json.endObject();
	}

	private static long line(String digits) {
		try {
			return Integer.parseInt(digits);
		}
		catch (NumberFormatException ex) {
			return 0;
		}
	}

	private static final class Part {

		private final String head;

		private final List<String> frames = new ArrayList<>();

		Part(String head) {
			this.head = head;
		}

		JavaStack causedBy(@Nullable JavaStack cause) {
			int colon = this.head.indexOf(": ");
			String type = (colon > 0) ? this.head.substring(0, colon) : this.head;
			return new JavaStack(type.isEmpty() ? null : type, (colon > 0) ? this.head.substring(colon + 2) : null,
					this.frames, cause);
		}

	}

}
