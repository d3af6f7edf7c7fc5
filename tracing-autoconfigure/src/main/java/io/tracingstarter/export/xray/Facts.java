package io.tracingstarter.export.xray;

import java.util.Arrays;

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

	private static final int NO_SLOT = -1;

	private AttributeKey<?>[] keys = new AttributeKey<?>[32];

	private Object[] values = new Object[32];

	private int[] slots = new int[32];

	private int size;

	private int ofOtherTypes;

	/** The value of each name that a field asks for. */
	private @Nullable Object[] bySlot = new Object[0];

	/**
	 * Reads attributes in place of those before.
	 */
	void read(Attributes attributes) {
		if (this.bySlot.length < Field.slots()) {
			this.bySlot = new Object[Field.slots()];
		}
		else {
			for (int i = 0; i < this.size; i++) {
				if (this.slots[i] != NO_SLOT) {
					this.bySlot[this.slots[i]] = null;
				}
			}
		}
		this.size = 0;
		this.ofOtherTypes = 0;
		attributes.forEach(this::add);
	}

	private void add(AttributeKey<?> key, Object value) {
		if (this.size == this.keys.length) {
			this.keys = Arrays.copyOf(this.keys, 2 * this.size);
			this.values = Arrays.copyOf(this.values, 2 * this.size);
			this.slots = Arrays.copyOf(this.slots, 2 * this.size);
		}
		Integer known = Field.slot(key.getKey());
		int slot = (known != null && known < this.bySlot.length) ? known : NO_SLOT;
		if (slot != NO_SLOT && this.bySlot[slot] == null && isKnown(value)) {
			this.bySlot[slot] = value;
		}
		this.keys[this.size] = key;
		this.values[this.size] = value;
		this.slots[this.size] = slot;
		this.size++;
		this.ofOtherTypes += (key.getType() == AttributeType.STRING) ? 0 : 1;
	}

	/** Micrometer writes something for what is not known, too. */
	private static boolean isKnown(Object value) {
		return !(value instanceof String text) || !(text.isBlank() || text.equals("none") || text.equals("UNKNOWN"));
	}

	/**
	 * Returns the value of a name.
	 * @param slot the name's slot
	 * @return the value; {@code null} where there is none, and for a text that is blank
	 * or says that it is not known
	 */
	@Nullable Object value(int slot, String name) {
		if (slot < this.bySlot.length) {
			return this.bySlot[slot];
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

	String name(int index) {
		return this.keys[index].getKey();
	}

	Object value(int index) {
		return this.values[index];
	}

	/**
	 * Whether any field asks for an attribute.
	 */
	boolean isAskedFor(int index) {
		return this.slots[index] != NO_SLOT;
	}

	/**
	 * Whether an attribute has the name of an earlier one, which has another type.
	 */
	boolean isRepeated(int index) {
		if (this.ofOtherTypes == 0) {
			return false;
		}
		for (int i = 0; i < index; i++) {
			if (this.keys[i].getType() != this.keys[index].getType() && name(i).equals(name(index))) {
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
