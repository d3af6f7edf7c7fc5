package io.tracingstarter.cli.source.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Reads a file from a position on. For one thread.
 */
final class ChannelInput implements ByteWindow.Input {

	private final FileChannel channel;

	private final ByteBuffer chunk;

	private long position;

	/**
	 * @param channel the file
	 * @param chunk direct memory that the file is read into before it is copied, which
	 * Java would look for at each call otherwise
	 * @param position where to begin
	 */
	ChannelInput(FileChannel channel, ByteBuffer chunk, long position) {
		this.channel = channel;
		this.chunk = chunk;
		this.position = position;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		this.chunk.clear().limit(Math.min(length, this.chunk.capacity()));
		int read = this.channel.read(this.chunk, this.position);
		if (read > 0) {
			this.chunk.get(0, target, offset, read);
			this.position += read;
		}
		return read;
	}

}
