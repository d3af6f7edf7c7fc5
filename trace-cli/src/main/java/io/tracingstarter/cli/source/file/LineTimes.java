package io.tracingstarter.cli.source.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

import io.tracingstarter.cli.source.log.LogDecoder;

/**
 * Reads when the first line after a place in a file was logged.
 */
final class LineTimes {

	/** How far behind the place the line may be. */
	static final int REACH = 64 * 1024;

	private static final int LINES = 20;

	private static final LogDecoder DECODER = new LogDecoder();

	private LineTimes() {
	}

	/**
	 * Returns nanoseconds since 1970; 0 where the lines behind the place do not say.
	 * @param position where to begin: the beginning of the file, or somewhere in a line
	 */
	static long at(FileChannel channel, long position) throws IOException {
		ByteBuffer bytes = ByteBuffer.allocate(REACH);
		while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) > 0) {
			// until the buffer is full or the file ends
		}
		int length = bytes.position();
		int start = (position == 0) ? 0 : end(bytes, 0, length) + 1;
		for (int line = 0; line < LINES && start < length; line++) {
			int end = end(bytes, start, length);
			long time = DECODER.time(LogEvents.text(bytes.array(), start, end));
			if (time != 0) {
				return time;
			}
			start = end + 1;
		}
		return 0;
	}

	private static int end(ByteBuffer bytes, int from, int length) {
		int end = from;
		while (end < length && bytes.get(end) != '\n') {
			end++;
		}
		return end;
	}

}
