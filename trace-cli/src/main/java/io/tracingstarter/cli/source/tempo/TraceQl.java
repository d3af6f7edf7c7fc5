package io.tracingstarter.cli.source.tempo;

/**
 * Quotes for TraceQL, whose strings are those of Go.
 */
final class TraceQl {

	private TraceQl() {
	}

	static String quote(String text) {
		StringBuilder quoted = new StringBuilder("\"");
		text.chars().forEach((character) -> {
			if (character == '"' || character == '\\') {
				quoted.append('\\').append((char) character);
			}
			else if (character < ' ' || character == 0x7f) {
				quoted.append("\\u%04x".formatted(character));
			}
			else {
				quoted.append((char) character);
			}
		});
		return quoted.append('"').toString();
	}

}
