package io.tracingstarter.export.xray;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * One fact about a span, under the names that it has had at one time or another. Numbers
 * are read from texts, too: Spring writes them as texts.
 */
final class Field {

	/** A number for each name that a field asks for. Only grows. */
	private static final Map<String, Integer> SLOTS = new ConcurrentHashMap<>();

	private final String[] names;

	private final int[] slots;

	private Field(String[] names) {
		this.names = names;
		this.slots = Arrays.stream(names).mapToInt(Field::assign).toArray();
	}

	private static synchronized int assign(String name) {
		Integer slot = SLOTS.get(name);
		if (slot == null) {
			slot = SLOTS.size();
			SLOTS.put(name, slot);
		}
		return slot;
	}

	/**
	 * Creates a field.
	 * @param names the names, the best first
	 */
	static Field of(String... names) {
		return new Field(names.clone());
	}

	static int slots() {
		return SLOTS.size();
	}

	static @Nullable Integer slot(String name) {
		return SLOTS.get(name);
	}

	Collection<String> names() {
		return List.of(this.names);
	}

	/**
	 * Returns the text of the first name that has one.
	 */
	@Nullable String text(Facts facts) {
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
		return facts.value(this.slots[0], this.names[0]);
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

}
