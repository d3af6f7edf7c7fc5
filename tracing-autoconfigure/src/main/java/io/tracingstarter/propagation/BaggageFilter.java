package io.tracingstarter.propagation;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Takes over the entries of {@code baggage} that somebody has asked for. What anyone may
 * send to the edge of a company would otherwise reach each of its services, and whom
 * these call.
 *
 * @see <a href="https://www.w3.org/TR/baggage/#limits">Baggage 3.3.2</a>
 */
final class BaggageFilter {

	private static final String ALL = "*";

	private static final int MAX_LENGTH = 8192;

	private static final int MAX_ENTRIES = 64;

	private final Set<String> keys = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

	private final boolean all;

	BaggageFilter(Collection<String> keys) {
		this.keys.addAll(keys);
		this.all = this.keys.contains(ALL);
	}

	/**
	 * Leaves out what is not asked for, what breaks the grammar, and what is beyond the
	 * limits.
	 */
	@Nullable String believe(String value) {
		if (this.keys.isEmpty()) {
			return null;
		}
		StringBuilder believed = new StringBuilder();
		int entries = 0;
		int start = 0;
		// what no one would have passed on need not be looked at
		int length = Math.min(value.length(), MAX_LENGTH);
		while (start < length && entries < MAX_ENTRIES) {
			int comma = value.indexOf(',', start);
			int end = (comma >= 0) ? comma : value.length();
			if (end <= MAX_LENGTH && isWanted(value.substring(start, end))) {
				believed.append((entries > 0) ? "," : "").append(BaggageGrammar.trim(value.substring(start, end)));
				entries++;
			}
			start = end + 1;
		}
		return (entries > 0) ? believed.toString() : null;
	}

	private boolean isWanted(String entry) {
		int equals = entry.indexOf('=');
		if (equals < 0) {
			return false;
		}
		String key = BaggageGrammar.trim(entry.substring(0, equals));
		return (this.all || this.keys.contains(key)) && BaggageGrammar.isKey(key)
				&& BaggageGrammar.isValueWithProperties(entry.substring(equals + 1));
	}

}
