package io.tracingstarter.cli.source.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

import io.tracingstarter.cli.source.log.LogDecoder;

/**
 * Reads when the last line of a file was logged.
 */
final class LastLine {

	private static final int BYTES = 64 * 1024;

	private LastLine() {
	}

	/**
	 * Returns nanoseconds since 1970; 0 where its last lines do not say.
	 */
	static long time(FileChannel channel) throws IOException {
		if (Content.of(channel) != Content.PLAIN) {
			return 0;
		}
		long from = Math.max(0, channel.size() - BYTES);
		ByteBuffer bytes = ByteBuffer.allocate(BYTES);
		while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) > 0) {
			// until the buffer is full or the file ends
		}
		String[] lines = LogEvents.text(bytes.array(), 0, bytes.position()).split("\n");
		LogDecoder decoder = new LogDecoder();
		for (int index = lines.length - 1; index >= 0; index--) {
			long nanos = decoder.time(lines[index]);
			if (nanos != 0) {
				return nanos;
			}
		}
		return 0;
	}

}
