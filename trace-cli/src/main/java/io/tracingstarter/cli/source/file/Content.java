package io.tracingstarter.cli.source.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * What a file holds, by its first bytes.
 */
enum Content {

	PLAIN, GZIP, ZSTD, BINARY;

	private static final int HEAD = 8 * 1024;

	/** A log line may hold some control characters; every twentieth byte is no text. */
	private static final int MOST = 20;

	static Content of(FileChannel channel) throws IOException {
		ByteBuffer head = ByteBuffer.allocate(HEAD);
		while (head.hasRemaining() && channel.read(head, head.position()) >= 0) {
			// until the buffer is full or the file ends
		}
		return of(head.array(), head.position());
	}

	static Content of(byte[] head, int length) {
		if (length >= 2 && head[0] == 0x1F && (head[1] & 0xFF) == 0x8B) {
			return GZIP;
		}
		if (length >= 4 && head[0] == 0x28 && (head[1] & 0xFF) == 0xB5 && head[2] == 0x2F && (head[3] & 0xFF) == 0xFD) {
			return ZSTD;
		}
		return isBinary(head, length) ? BINARY : PLAIN;
	}

	// zeros at the beginning are what truncating a file leaves that is being written
	private static boolean isBinary(byte[] head, int length) {
		int start = 0;
		while (start < length && head[start] == 0) {
			start++;
		}
		int control = 0;
		for (int index = start; index < length; index++) {
			byte letter = head[index];
			if (letter >= 0 && letter < ' ' && "\t\n\r\f\u001B".indexOf(letter) < 0) {
				control++;
			}
		}
		return control > (length - start) / MOST;
	}

}
