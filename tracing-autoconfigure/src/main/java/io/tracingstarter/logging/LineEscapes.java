package io.tracingstarter.logging;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/**
 * Escapes, beyond what JSON demands, the characters at which readers of Unicode lines
 * break a line (UAX #14, class BK and NL), so that no log shipper splits one.
 */
final class LineEscapes extends CharacterEscapes {

	static final LineEscapes INSTANCE = new LineEscapes();

	private static final SerializableString NEXT_LINE = new SerializedString("\\u0085");

	private static final SerializableString LINE_SEPARATOR = new SerializedString("\\u2028");

	private static final SerializableString PARAGRAPH_SEPARATOR = new SerializedString("\\u2029");

	private static final int[] ASCII = standardAsciiEscapesForJSON();

	private LineEscapes() {
	}

	@Override
	@SuppressWarnings("NullAway") // null means: no escape; Jackson declares no nullness
	public @Nullable SerializableString getEscapeSequence(int character) {
		return switch (character) {
			case 0x85 -> NEXT_LINE;
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
