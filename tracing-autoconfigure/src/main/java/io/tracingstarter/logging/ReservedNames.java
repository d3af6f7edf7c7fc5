package io.tracingstarter.logging;

import java.util.HashSet;
import java.util.Set;

import tools.jackson.core.SerializableString;

/**
 * The names of an object that only built-in and fixed fields may have. They are reserved
 * in lines without that field too, so that a name always means the same.
 */
final class ReservedNames {

	private final Set<String> names = new HashSet<>(Set.of("tags"));

	void add(SerializableString... names) {
		for (SerializableString name : names) {
			this.names.add(name.getValue());
		}
	}

	void add(String... names) {
		this.names.addAll(Set.of(names));
	}

	/**
	 * Reserves a name for a fixed field.
	 * @param name the wanted name
	 * @return the name, with as many {@code field.} in front as it takes to be free
	 */
	String take(String name) {
		String free = name;
		while (!this.names.add(free)) {
			free = "field." + free;
		}
		return free;
	}

	Set<String> asSet() {
		return Set.copyOf(this.names);
	}

}
