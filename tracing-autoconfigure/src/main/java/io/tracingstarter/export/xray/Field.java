package io.tracingstarter.export.xray;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * One fact about a span, under the names that it has had at one time or another. Numbers
 * are read from texts, too: Spring writes them as texts.
 *
 * @param number of the field, from 0
 * @param names the names, the best first
 * @param slots a number for each name
 */
record Field(int number, String[] names, int[] slots) {

	/** Each name that a field asks for. Only grows. */
	private static final Map<String, Asked> ASKED = new ConcurrentHashMap<>();

	private static volatile int count;

	/**
	 * Creates a field.
	 * @param names the names, the best first
	 */
	static synchronized Field of(String... names) {
		int number = count;
		int[] slots = new int[names.length];
		for (int i = 0; i < names.length; i++) {
			Asked asked = ASKED.getOrDefault(names[i], new Asked(ASKED.size(), 0));
			ASKED.put(names[i], new Asked(asked.slot, asked.fields | bit(number)));
			slots[i] = asked.slot;
		}
		count = number + 1;
		return new Field(number, names.clone(), slots);
	}

	/** How many fields there are. */
	static int count() {
		return count;
	}

	/** How many names they ask for. */
	static int slotCount() {
		return ASKED.size();
	}

	static int slot(String name) {
		Asked asked = ASKED.get(name);
		return (asked != null) ? asked.slot : AttributeName.NO_SLOT;
	}

	/**
	 * Returns the bits of all fields that ask for a name.
	 */
	static long asking(String name) {
		Asked asked = ASKED.get(name);
		return (asked != null) ? asked.fields : 0;
	}

	/**
	 * Returns a bit for a field. With more than 64 of them some share theirs.
	 */
	static long bit(int number) {
		return 1L << number;
	}

	/**
	 * Returns the text of the first name that has one.
	 */
	@Nullable String text(Facts facts) {
		if (!facts.mayAnswer(this.number)) {
			return null;
		}
		for (int i = 0; i < this.slots.length; i++) {
			if (facts.value(this.slots[i], this.names[i]) instanceof String text) {
				return text;
			}
		}
		return null;
	}

	/**
	 * Returns the first of a list where it is not blank, else the text.
	 */
	@Nullable String first(Facts facts) {
		if (!facts.mayAnswer(this.number)) {
			return null;
		}
		for (int i = 0; i < this.slots.length; i++) {
			if (facts.value(this.slots[i], this.names[i]) instanceof List<?> list && !list.isEmpty()
					&& list.get(0) instanceof String text && !text.isBlank()) {
				return text;
			}
		}
		return text(facts);
	}

	/**
	 * Returns the number of the first name that has one.
	 * @return 0 or more; -1 for none
	 */
	long number(Facts facts) {
		if (!facts.mayAnswer(this.number)) {
			return -1;
		}
		for (int i = 0; i < this.slots.length; i++) {
			long number = number(facts.value(this.slots[i], this.names[i]));
			if (number >= 0) {
				return number;
			}
		}
		return -1;
	}

	/**
	 * Returns the value of the first name, whatever it is.
	 */
	@Nullable Object value(Facts facts) {
		return facts.mayAnswer(this.number) ? facts.value(this.slots[0], this.names[0]) : null;
	}

	/**
	 * Whether the first name is {@code true}.
	 */
	boolean flag(Facts facts) {
		return Boolean.TRUE.equals(value(facts));
	}

	private static long number(@Nullable Object value) {
		if (value instanceof Long number) {
			return number;
		}
		return (value instanceof String text) ? parse(text) : -1;
	}

	private static long parse(String text) {
		if (text.isEmpty() || text.length() > 18) {
			return -1;
		}
		long number = 0;
		for (int i = 0; i < text.length(); i++) {
			char digit = text.charAt(i);
			if (digit < '0' || digit > '9') {
				return -1;
			}
			number = number * 10 + digit - '0';
		}
		return number;
	}

	/**
	 * A name that fields ask for.
	 *
	 * @param slot its number, from 0
	 * @param fields the bits of these fields
	 */
	private record Asked(int slot, long fields) {

	}

}
