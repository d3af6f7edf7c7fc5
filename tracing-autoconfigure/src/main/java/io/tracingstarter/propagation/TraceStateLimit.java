package io.tracingstarter.propagation;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Keeps {@code tracestate}, which every service passes on, at the size that the
 * specification asks for. Its grammar is OpenTelemetry's business.
 *
 * @see <a href="https://www.w3.org/TR/trace-context-1/#tracestate-limits">Trace Context
 * 3.3.1.5</a>
 */
final class TraceStateLimit {

	/** What every service must pass on, in characters; no more is passed on here. */
	static final int MAX_LENGTH = 512;

	private static final int MAX_MEMBERS = 32;

	private static final int LONG_MEMBER = 128;

	/** 32 members, each with a key and a value of 256 characters. */
	private static final int LONGEST = MAX_MEMBERS * (256 + 1 + 256) + MAX_MEMBERS - 1;

	private TraceStateLimit() {
	}

	static @Nullable String believe(String value) {
		if (value.length() <= MAX_LENGTH) {
			return value;
		}
		return (value.length() <= LONGEST) ? shorten(value) : null;
	}

	/** Whole members go: first the long ones, then those at the end. */
	private static @Nullable String shorten(String value) {
		List<String> members = new ArrayList<>(List.of(value.split(",", -1)));
		if (members.size() > MAX_MEMBERS) {
			return null;
		}
		members.replaceAll(BaggageGrammar::trim);
		for (int i = members.size() - 1; i >= 0 && length(members) > MAX_LENGTH; i--) {
			if (members.get(i).length() > LONG_MEMBER) {
				members.remove(i);
			}
		}
		while (length(members) > MAX_LENGTH) {
			members.remove(members.size() - 1);
		}
		return String.join(",", members);
	}

	private static int length(List<String> members) {
		int length = members.size() - 1;
		for (String member : members) {
			length += member.length();
		}
		return length;
	}

}
