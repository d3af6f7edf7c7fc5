package io.tracingstarter.cli.source.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

import io.airlift.compress.zstd.ZstdInputStream;

/**
 * Reads a compressed file. One that is damaged ends where the damage begins, with a note.
 */
final class CompressedFile {

	private static final int BUFFER = 64 * 1024;

	private final Content content;

	private final String name;

	private final Consumer<String> notes;

	CompressedFile(Content content, String name, Consumer<String> notes) {
		this.content = content;
		this.name = name;
		this.notes = notes;
	}

	void scan(FileChannel channel, Scan scan) throws IOException, InterruptedException {
		channel.position(0);
		InputStream raw = new BufferedInputStream(Channels.newInputStream(channel), BUFFER);
		InputStream stream = open(raw);
		scan.scan((target, offset, length) -> read(stream, target, offset, length));
	}

	private InputStream open(InputStream raw) throws IOException {
		try {
			return (this.content == Content.GZIP) ? new GZIPInputStream(raw, BUFFER) : new ZstdInputStream(raw);
		}
		catch (ClosedByInterruptException ex) {
			throw ex;
		}
		catch (IOException ex) {
			this.notes.accept(this.name + ": " + Problems.reason(ex));
			return InputStream.nullInputStream();
		}
	}

	private int read(InputStream stream, byte[] target, int offset, int length) throws IOException {
		try {
			return stream.read(target, offset, length);
		}
		catch (ClosedByInterruptException ex) {
			throw ex;
		}
		catch (IOException | RuntimeException ex) {
			this.notes.accept(this.name + ": damaged, searched what could be read: " + Problems.reason(ex));
			return -1;
		}
	}

	/**
	 * Takes the decompressed bytes.
	 */
	@FunctionalInterface
	interface Scan {

		void scan(ByteWindow.Input input) throws IOException, InterruptedException;

	}

}
