package io.tracingstarter.export.xray;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The names of attributes that were seen before. Two that want the same place drive each
 * other out, so that names that somebody makes up take no more memory than others. Not
 * safe for use by several threads.
 */
final class AttributeNames {

	/** A power of two, and far more names than a service has. */
	private static final int PLACES = 1024;

	private static final int MAX_LENGTH = 200;

	private final Function<String, @Nullable String> annotations;

	private @Nullable AttributeName[] places = new AttributeName[PLACES];

	/** How many fields there were when the names were looked at. */
	private int fields;

	/**
	 * Creates the names.
	 * @param annotations returns the name of an annotation, {@code null} for an attribute
	 * that is none
	 */
	AttributeNames(Function<String, @Nullable String> annotations) {
		this.annotations = annotations;
	}

	/**
	 * Forgets all names when another field asks for some.
	 * @return whether it did
	 */
	boolean refresh() {
		int asking = Field.count();
		if (asking == this.fields) {
			return false;
		}
		this.places = new AttributeName[PLACES];
		this.fields = asking;
		return true;
	}

	/** How many fields the names know of. */
	int fields() {
		return this.fields;
	}

	AttributeName of(String text) {
		int hash = text.hashCode();
		int place = (hash ^ hash >>> 16) & PLACES - 1;
		AttributeName name = this.places[place];
		if (name == null || !name.text().equals(text)) {
			name = AttributeName.of(text, this.annotations.apply(text));
			if (text.length() <= MAX_LENGTH) {
				this.places[place] = name;
			}
		}
		return name;
	}

}
