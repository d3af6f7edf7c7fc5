package io.tracingstarter.cli.source.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Optional;

import io.tracingstarter.cli.source.Limits;
import org.jspecify.annotations.Nullable;

/**
 * A file that is being written, also when it is rotated: renamed and begun anew, or
 * truncated. For one thread.
 */
final class FollowedFile implements AutoCloseable {

	private final Path path;

	private final byte[] buffer = new byte[LineScanner.CHUNK];

	private int length;

	private @Nullable FileChannel channel;

	private @Nullable Object key;

	private long position;

	/**
	 * @param path where it is
	 * @param position what was written before is left out
	 */
	FollowedFile(Path path, long position) throws IOException {
		this.path = path;
		open();
		this.position = position;
	}

	private void open() throws IOException {
		FileChannel opened = FileChannel.open(this.path);
		this.channel = opened;
		this.key = Files.readAttributes(this.path, BasicFileAttributes.class).fileKey();
		this.position = 0;
		this.length = 0;
	}

	/** Returns what tells it from other files, whatever its name. */
	Optional<Object> key() {
		return Optional.ofNullable(this.key);
	}

	/** Leaves out what is before a position. */
	void skip(long position) {
		this.position = position;
	}

	/**
	 * Gives the complete lines that were written since the last time.
	 */
	void poll(LineScanner.Matcher matcher, Limits limits, LineScanner.Sink sink)
			throws IOException, InterruptedException {
		read(matcher, limits, sink);
		try {
			BasicFileAttributes now = Files.readAttributes(this.path, BasicFileAttributes.class);
			boolean other = this.key != null && !this.key.equals(now.fileKey());
			if (this.channel == null || other || now.size() < this.position) {
				// what was written between the last read and the rotation
				read(matcher, limits, sink);
				close();
				open();
				read(matcher, limits, sink);
			}
		}
		catch (NoSuchFileException ex) {
			// between two steps of the rotation, or gone: it may come back
		}
	}

	private void read(LineScanner.Matcher matcher, Limits limits, LineScanner.Sink sink)
			throws IOException, InterruptedException {
		FileChannel open = this.channel;
		if (open == null) {
			return;
		}
		int read;
		while ((read = open.read(ByteBuffer.wrap(this.buffer, this.length, this.buffer.length - this.length),
				this.position)) > 0) {
			this.position += read;
			this.length += read;
			int end = lastBreak() + 1;
			if (end == 0 && this.length == this.buffer.length) {
				end = this.length;
			}
			scan(end, matcher, limits, sink);
			System.arraycopy(this.buffer, end, this.buffer, 0, this.length - end);
			this.length -= end;
		}
	}

	private int lastBreak() {
		int index = this.length - 1;
		while (index >= 0 && this.buffer[index] != '\n') {
			index--;
		}
		return index;
	}

	// a line that is longer than the buffer comes in pieces
	private void scan(int end, LineScanner.Matcher matcher, Limits limits, LineScanner.Sink sink)
			throws IOException, InterruptedException {
		byte[] lines = Arrays.copyOf(this.buffer, end);
		int[] taken = new int[1];
		new LineScanner(matcher, limits.lineBytes(), (target, offset, count) -> {
			int some = Math.min(count, lines.length - taken[0]);
			System.arraycopy(lines, taken[0], target, offset, some);
			taken[0] += some;
			return (some == 0) ? -1 : some;
		}, sink).scan(0, Long.MAX_VALUE, false);
	}

	@Override
	public void close() throws IOException {
		if (this.channel != null) {
			this.channel.close();
			this.channel = null;
		}
	}

}
