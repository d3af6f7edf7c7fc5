package io.tracingstarter.export.xray;

import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.Function;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.api.common.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a span or a resource, looked through once, so that each of the many
 * questions about them costs no search. Used again for the next. Not safe for use by
 * several threads.
 */
final class Facts {

	private final AttributeNames known;

	private final BiConsumer<AttributeKey<?>, Object> add = this::add;

	/**
	 * Anew for each: a reference is dearer to store in an old array than in a new one.
	 */
	private AttributeName[] names = new AttributeName[0];

	private Object[] values = new Object[0];

	private int size;

	private int ofOtherTypes;

	/** The number of the first value of each name that a field asks for, from 1. */
	private int[] bySlot = new int[0];

	/** The fields that have an answer, and maybe others. */
	private long answered;

	/**
	 * Creates facts.
	 * @param annotations returns the name of an annotation, {@code null} for an attribute
	 * that is none
	 */
	Facts(Function<String, @Nullable String> annotations) {
		this.known = new AttributeNames(annotations);
	}

	/**
	 * Reads attributes in place of those before.
	 */
	void read(Attributes attributes) {
		if (this.known.refresh()) {
			this.bySlot = new int[Field.slotCount()];
		}
		else {
			for (int i = 0; i < this.size; i++) {
				int slot = this.names[i].slot();
				if (hasPlace(slot)) {
					this.bySlot[slot] = 0;
				}
			}
		}
		// before anything that can fail, or the next would not be read, either
		this.size = 0;
		this.ofOtherTypes = 0;
		this.answered = 0;
		this.names = new AttributeName[attributes.size()];
		this.values = new Object[this.names.length];
		attributes.forEach(this.add);
	}

	private void add(AttributeKey<?> key, Object value) {
		int index = this.size;
		if (index == this.names.length) {
			this.names = Arrays.copyOf(this.names, 2 * index + 1);
			this.values = Arrays.copyOf(this.values, 2 * index + 1);
		}
		AttributeName name = this.known.of(key.getKey());
		this.names[index] = name;
		this.values[index] = value;
		this.size = index + 1;
		int slot = name.slot();
		if (hasPlace(slot) && this.bySlot[slot] == 0 && isKnown(value)) {
			this.bySlot[slot] = this.size;
			this.answered |= name.fields();
		}
		this.ofOtherTypes += (key.getType() == AttributeType.STRING) ? 0 : 1;
	}

	/** There is none for what only a field asks for that came later. */
	private boolean hasPlace(int slot) {
		return slot >= 0 && slot < this.bySlot.length;
	}

	/** Micrometer writes something for what is not known, too. */
	private static boolean isKnown(Object value) {
		return !(value instanceof String text) || !(text.isBlank() || text.equals("none") || text.equals("UNKNOWN"));
	}

	/**
	 * Whether a field may have an answer; most have none, and need not look.
	 * @param field the number of the field
	 */
	boolean mayAnswer(int field) {
		return (this.answered & Field.bit(field)) != 0 || field >= this.known.fields();
	}

	/**
	 * Returns the value of a name.
	 * @param slot the name's slot
	 * @return the value; {@code null} where there is none, and for a text that is blank
	 * or says that it is not known
	 */
	@Nullable Object value(int slot, String name) {
		if (slot < this.bySlot.length) {
			int number = this.bySlot[slot];
			return (number != 0) ? this.values[number - 1] : null;
		}
		// a field that nobody had asked for yet when these were read
		for (int i = 0; i < this.size; i++) {
			if (name(i).equals(name) && isKnown(this.values[i])) {
				return this.values[i];
			}
		}
		return null;
	}

	int size() {
		return this.size;
	}

	AttributeName attribute(int index) {
		return this.names[index];
	}

	String name(int index) {
		return this.names[index].text();
	}

	Object value(int index) {
		return this.values[index];
	}

	/**
	 * Whether an attribute has the name of an earlier one, which has another type.
	 */
	boolean isRepeated(int index) {
		if (this.ofOtherTypes == 0) {
			return false;
		}
		for (int i = 0; i < index; i++) {
			if (name(i).equals(name(index))) {
				return true;
			}
		}
		return false;
	}

	boolean has(String name) {
		for (int i = 0; i < this.size; i++) {
			if (name(i).equals(name)) {
				return true;
			}
		}
		return false;
	}

}
