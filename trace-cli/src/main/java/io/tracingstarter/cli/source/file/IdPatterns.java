package io.tracingstarter.cli.source.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.tracingstarter.cli.source.RequestId;

/**
 * Finds ids in the bytes of log lines, each as a whole word, in all the forms that log
 * lines write them: trace ids as W3C and X-Ray do, in capitals, and as Datadog's decimal
 * number of the lower half; slashes and equals signs also as some JSON encoders escape
 * them.
 */
final class IdPatterns implements LineScanner.Matcher {

	/** Of the shortest number that is searched: shorter ones stand for other things. */
	private static final int MIN_DIGITS = 15;

	private static final int HALF = 16;

	private static final byte ESCAPE = 0x1b;

	// ESC[38;2;255;255;255m
	private static final int MAX_COLOUR = 24;

	// the digits of a trace id that X-Ray writes as a part of their own
	private static final int TIME = 8;

	private final BytePatterns patterns;

	private final List<Form> forms = new ArrayList<>();

	/**
	 * @param ids at least one
	 * @param decimal whether to look for trace ids as Datadog's decimal numbers, too,
	 * which takes half as long again
	 */
	IdPatterns(Set<String> ids, boolean decimal) {
		for (String id : ids) {
			if (RequestId.isTraceId(id)) {
				addTraceId(id, decimal);
			}
			else {
				new LinkedHashSet<>(List.of(id, id.replace("/", "\\/"), id.replace("=", "\\u003d")))
					.forEach((form) -> add(form, false));
			}
		}
		this.patterns = new BytePatterns(this.forms.stream().map(Form::bytes).toList());
	}

	private void addTraceId(String id, boolean decimal) {
		add(id, true);
		add(id.toUpperCase(Locale.ROOT), true);
		add("1-" + id.substring(0, TIME) + "-" + id.substring(TIME), true);
		String lower = id.substring(HALF);
		String number = Long.toUnsignedString(Long.parseUnsignedLong(lower, HALF));
		if (decimal && number.length() >= MIN_DIGITS) {
			add(number, true);
		}
		if (id.startsWith("0".repeat(HALF))) {
			add(lower, true);
		}
	}

	private void add(String form, boolean hyphenEnds) {
		this.forms.add(new Form(form.getBytes(StandardCharsets.UTF_8), hyphenEnds));
	}

	@Override
	public int longest() {
		return this.patterns.longest();
	}

	@Override
	public int find(byte[] text, int from, int to) {
		int start = from;
		while (this.patterns.mayOccur(text, start, to)) {
			long match = this.patterns.find(text, start, to);
			if (match < 0) {
				return -1;
			}
			start = (int) (match >>> 32);
			if (isWord(text, start, to, this.forms.get((int) match))) {
				return start;
			}
			start++;
		}
		return -1;
	}

	private static boolean isWord(byte[] text, int start, int to, Form form) {
		return !continuesBefore(text, start, form.hyphenEnds())
				&& !continuesAfter(text, start + form.bytes().length, to, form.hyphenEnds());
	}

	private static boolean continuesBefore(byte[] text, int start, boolean hyphenEnds) {
		if (start == 0) {
			return false;
		}
		byte before = text[start - 1];
		if (isAlphanumeric(before)) {
			return !endsEscape(text, start);
		}
		return joins(before, hyphenEnds) && start > 1 && isAlphanumeric(text[start - 2])
				&& !endsEscape(text, start - 1);
	}

	private static boolean continuesAfter(byte[] text, int end, int to, boolean hyphenEnds) {
		if (end >= to) {
			return false;
		}
		return isAlphanumeric(text[end])
				|| (joins(text[end], hyphenEnds) && end + 1 < to && isAlphanumeric(text[end + 1]));
	}

	// JSON's line break and the like, and a console's colours: a letter that is none
	private static boolean endsEscape(byte[] text, int end) {
		boolean simple = end > 1 && text[end - 2] == '\\' && "nrtbf".indexOf(text[end - 1]) >= 0;
		return simple || (end > 5 && text[end - 6] == '\\' && text[end - 5] == 'u') || endsColour(text, end);
	}

	private static boolean endsColour(byte[] text, int end) {
		if (end < 3 || text[end - 1] != 'm') {
			return false;
		}
		int start = end - 2;
		int least = Math.max(1, end - MAX_COLOUR);
		while (start > least && ((text[start] >= '0' && text[start] <= '9') || text[start] == ';')) {
			start--;
		}
		return text[start] == '[' && text[start - 1] == ESCAPE;
	}

	private static boolean joins(byte letter, boolean hyphenEnds) {
		return letter == '_' || (letter == '-' && !hyphenEnds);
	}

	private static boolean isAlphanumeric(byte letter) {
		return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
	}

	/**
	 * How an id is written.
	 *
	 * @param bytes what is searched
	 * @param hyphenEnds whether a hyphen beside it ends it: that of a traceparent, not
	 * that of a longer correlation id
	 */
	private record Form(byte[] bytes, boolean hyphenEnds) {

	}

}
