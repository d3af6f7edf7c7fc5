package io.tracingstarter.logging;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The names taken in one JSON object, because a second field of the same name makes the
 * object ambiguous (RFC 8259 section 4) and some log stores refuse it.
 */
final class FieldNames {

	private final Set<String> reserved;

	private final Map<String, Integer> taken = new HashMap<>();

	FieldNames(Set<String> reserved) {
		this.reserved = reserved;
	}

	/**
	 * Takes a name.
	 * @param name the wanted name
	 * @param prefix what goes before the name where it is taken
	 * @return the name, or {@code prefix + name}, or that with the first free number from
	 * 2 up
	 */
	String take(String name, String prefix) {
		int uses = this.taken.merge(name, 1, Integer::sum);
		if (uses == 1 && !this.reserved.contains(name)) {
			return name;
		}
		String candidate = prefix + name;
		int number = Math.max(uses - 1, 2);
		while (this.reserved.contains(candidate) || this.taken.putIfAbsent(candidate, 1) != null) {
			candidate = prefix + name + "." + number++;
		}
		return candidate;
	}

}
