package io.tracingstarter.logging;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/**
 * Escapes, beyond what JSON demands, the characters at which readers of Unicode lines
 * break a line (UAX #14, class BK and NL), so that no log shipper splits one, and the
 * control characters behind those of JSON (U+007F to U+009F), some of which a terminal
 * obeys: U+009B begins a command.
 */
final class LineEscapes extends CharacterEscapes {

	static final LineEscapes INSTANCE = new LineEscapes();

	private static final int DELETE = 0x7F;

	private static final int LAST_CONTROL = 0x9F;

	private static final SerializableString[] CONTROLS = controls();

	private static final SerializableString LINE_SEPARATOR = new SerializedString("\\u2028");

	private static final SerializableString PARAGRAPH_SEPARATOR = new SerializedString("\\u2029");

	private static final int[] ASCII = asciiEscapes();

	private LineEscapes() {
	}

	/** Those behind {@link #DELETE}. */
	private static SerializableString[] controls() {
		SerializableString[] controls = new SerializableString[LAST_CONTROL - DELETE];
		for (int i = 0; i < controls.length; i++) {
			controls[i] = new SerializedString("\\u00" + Integer.toHexString(DELETE + 1 + i));
		}
		return controls;
	}

	private static int[] asciiEscapes() {
		int[] escapes = standardAsciiEscapesForJSON();
		escapes[DELETE] = ESCAPE_STANDARD;
		return escapes;
	}

	@Override
	@SuppressWarnings("NullAway") // null means: no escape; Jackson declares no nullness
	public @Nullable SerializableString getEscapeSequence(int character) {
		if (character <= LAST_CONTROL) {
			return (character > DELETE) ? CONTROLS[character - DELETE - 1] : null;
		}
		return switch (character) {
			case 0x2028 -> LINE_SEPARATOR;
			case 0x2029 -> PARAGRAPH_SEPARATOR;
			default -> null;
		};
	}

	@Override
	public int[] getEscapeCodesForAscii() {
		return ASCII;
	}

}
