package io.tracingstarter.cli.source.file;

import java.nio.charset.StandardCharsets;

import io.tracingstarter.cli.source.file.WrittenLine.Writer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a line of Docker's {@code json-file} driver without decoding all of it. The
 * driver writes {@code log} first and {@code stream} next, and splits lines after 16 KB:
 * of these all but the last part lack the line break.
 */
final class DockerBytes {

	/** The buffer of Docker's copier: shorter text without a line break may be whole. */
	private static final int SPLIT = 16 * 1024;

	private static final int HEAD = 320;

	private static final byte[] LOG = bytes("\"log\"");

	private static final byte[] STREAM = bytes("\"stream\"");

	private static final byte[] BREAK = bytes("u000a");

	private DockerBytes() {
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	/**
	 * Returns whether a line begins as Docker's do, whose end has to be known as well.
	 */
	static boolean begins(byte[] bytes, int start, int to) {
		return start < to && bytes[start] == '{' && value(bytes, start + 1, to, LOG) >= 0;
	}

	/**
	 * Reads a line that begins with a brace.
	 * @return null where it is none of Docker's, or cut
	 */
	static @Nullable WrittenLine read(byte[] bytes, int start, int to) {
		int from = value(bytes, start + 1, to, LOG);
		if (from < 0) {
			return null;
		}
		int broken = -1;
		int end = from;
		while (end < to && bytes[end] != '"' && bytes[end] != '\n') {
			if (bytes[end] == '\\' && end + 1 < to && bytes[end + 1] != '\n') {
				end++;
				boolean coded = Continuations.startsWith(bytes, end, to, BREAK);
				broken = coded ? end + BREAK.length : (bytes[end] == 'n') ? end + 1 : broken;
			}
			end++;
		}
		int comma = blanks(bytes, end + 1, to);
		if (end >= to || bytes[end] != '"' || comma >= to || bytes[comma] != ',') {
			return null;
		}
		int stream = value(bytes, comma + 1, to, STREAM);
		Writer writer = (stream >= 0) ? Writer.of(bytes, stream, to, Writer.DOCKER_STDOUT, Writer.DOCKER_STDERR) : null;
		if (writer == null) {
			return null;
		}
		byte[] head = new byte[HEAD];
		int length = unescape(bytes, from, end, head);
		return new WrittenLine(start, writer, head, 0, length, broken != end, end - from >= SPLIT);
	}

	// where the text of a field begins that has to stand here; negative where it does not
	private static int value(byte[] bytes, int from, int to, byte[] name) {
		int start = blanks(bytes, from, to);
		if (!Continuations.startsWith(bytes, start, to, name)) {
			return -1;
		}
		int colon = blanks(bytes, start + name.length, to);
		int quote = blanks(bytes, colon + 1, to);
		return (quote < to && bytes[colon] == ':' && bytes[quote] == '"') ? quote + 1 : -1;
	}

	private static int blanks(byte[] bytes, int from, int to) {
		int index = from;
		while (index < to && bytes[index] == ' ') {
			index++;
		}
		return index;
	}

	private static int unescape(byte[] bytes, int from, int to, byte[] target) {
		int length = 0;
		for (int index = from; index < to && length < target.length; index++) {
			byte letter = bytes[index];
			if (letter == '\\' && index + 1 < to) {
				index++;
				letter = letter(bytes, index, to);
				index += (bytes[index] == 'u') ? 4 : 0;
			}
			target[length++] = letter;
		}
		return length;
	}

	// Docker writes a tab as a number
	private static byte letter(byte[] bytes, int index, int to) {
		return switch (bytes[index]) {
			case 't' -> '\t';
			case 'n' -> '\n';
			case 'r' -> '\r';
			case 'u' -> (index + 4 < to && bytes[index + 1] == '0' && bytes[index + 2] == '0')
					? (byte) (16 * Character.digit(bytes[index + 3], 16) + Character.digit(bytes[index + 4], 16))
					: (byte) '?';
			default -> bytes[index];
		};
	}

}
