package io.tracingstarter.logging;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.SerializedString;

/**
 * The fields that are the same in each line, encoded once.
 */
final class FixedFields {

	private static final Pattern LINE_BREAKS = Pattern.compile("[\\x{85}\\x{2028}\\x{2029}]");

	private final ReservedNames reserved;

	private final Map<SerializedString, SerializedString> fields = new LinkedHashMap<>();

	FixedFields(ReservedNames reserved) {
		this.reserved = reserved;
	}

	FixedFields service(JsonLogSettings.Service service, String name, String version, String environment) {
		add(this.reserved.take(name), service.name());
		add(this.reserved.take(version), service.version());
		add(this.reserved.take(environment), service.environment());
		return this;
	}

	FixedFields fields(Map<String, String> fields) {
		new TreeMap<>(fields).forEach((name, value) -> add(this.reserved.take(WellFormedText.of(name)), value));
		return this;
	}

	private void add(String name, @Nullable String value) {
		if (value != null && !value.isEmpty()) {
			this.fields.put(encoded(name), encoded(WellFormedText.of(value)));
		}
	}

	// what is encoded before the line is written passes by LineEscapes
	private static SerializedString encoded(String text) {
		return new SerializedString(LINE_BREAKS.matcher(text).replaceAll(" "));
	}

	boolean isEmpty() {
		return this.fields.isEmpty();
	}

	void write(LineWriter line) {
		this.fields.forEach(line::fixed);
	}

}
