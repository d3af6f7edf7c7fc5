package io.tracingstarter.cli.source.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.Findings;
import io.tracingstarter.cli.source.Limits;
import org.jspecify.annotations.Nullable;

/**
 * Searches files, as many at a time as there are processors, large ones in parts.
 */
final class FileSearch {

	private static final long PART = 64L << 20;

	/** Of larger files lines are not counted: that costs as much as the search. */
	private static final long COUNTED = 16L << 20;

	private static final int CAUSES = 5;

	private final Matchers matchers;

	private final Function<String, LineScanner.Sink> sinks;

	private final Limits limits;

	private final @Nullable TimeWindow window;

	private final Findings findings;

	private final AtomicInteger failed = new AtomicInteger();

	private final AtomicInteger binary = new AtomicInteger();

	/**
	 * @param matchers what to look for
	 * @param sinks takes the lines of a file of this name; called by any thread
	 * @param limits how much to keep
	 * @param window the time to search; null for all
	 * @param findings takes notes, and says when there is enough
	 */
	FileSearch(Matchers matchers, Function<String, LineScanner.Sink> sinks, Limits limits, @Nullable TimeWindow window,
			Findings findings) {
		this.matchers = matchers;
		this.sinks = sinks;
		this.limits = limits;
		this.window = window;
		this.findings = findings;
	}

	/**
	 * Searches.
	 * @return how many files could not be read at all
	 */
	int search(List<LogFile> files) throws InterruptedException {
		List<LogFile> ordered = new ArrayList<>(files);
		ordered.sort(Comparator.comparingLong(LogFile::size).reversed());
		int processors = Runtime.getRuntime().availableProcessors();
		ExecutorService threads = Executors.newFixedThreadPool(processors, FileSearch::thread);
		try {
			List<Future<?>> parts = new ArrayList<>();
			for (LogFile file : ordered) {
				long size = Math.max(1, file.size());
				for (long from = 0; from < size; from += PART) {
					long start = from;
					long until = (from + PART < size) ? from + PART : Long.MAX_VALUE;
					parts.add(threads.submit(() -> searchPart(file, start, until)));
				}
			}
			for (Future<?> part : parts) {
				part.get();
			}
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
		finally {
			threads.shutdownNow();
		}
		if (this.binary.get() > 0) {
			this.findings.note("skipped " + this.binary + " binary files");
		}
		return this.failed.get();
	}

	private static Thread thread(Runnable task) {
		Thread thread = new Thread(task, "file-search");
		thread.setDaemon(true);
		return thread;
	}

	private void searchPart(LogFile file, long start, long until) {
		if (this.findings.isFull()) {
			return;
		}
		try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
			Content content = Content.of(channel);
			if (content == Content.PLAIN) {
				searchPlain(file, channel, start, until);
			}
			else if (start == 0 && content == Content.BINARY) {
				this.binary.incrementAndGet();
			}
			else if (start == 0) {
				new CompressedFile(content, file.name(), this.findings::note).scan(channel,
						(input) -> scanner(file, this.matchers.of(null), input).scan(0, Long.MAX_VALUE, true));
			}
		}
		catch (InterruptedException | ClosedByInterruptException ex) {
			Thread.currentThread().interrupt();
		}
		catch (IOException | RuntimeException ex) {
			if (start == 0 && this.failed.incrementAndGet() <= CAUSES) {
				this.findings.note(file.name() + ": " + Problems.reason(ex));
			}
		}
	}

	private void searchPlain(LogFile file, FileChannel channel, long start, long until)
			throws IOException, InterruptedException {
		long size = channel.size();
		TimeNarrowing.Part part = (this.window != null) ? TimeNarrowing.part(channel, size, this.window)
				: new TimeNarrowing.Part(0, size);
		long from = Math.max(start, part.from());
		// what was appended meanwhile belongs to the last part
		long to = (part.until() == size) ? until : Math.min(until, part.until());
		if (from < to) {
			long first = Math.max(0, from - 1);
			scanner(file, this.matchers.of(channel), new ChannelInput(channel, first)).scan(first, to,
					start == 0 && from == 0 && size <= COUNTED);
		}
	}

	private LineScanner scanner(LogFile file, LineScanner.Matcher matcher, LineScanner.Input input) {
		return new LineScanner(matcher, this.limits.lineBytes(), input, this.sinks.apply(file.name()));
	}

	/**
	 * Reads a file from a position on.
	 */
	static final class ChannelInput implements LineScanner.Input {

		private final FileChannel channel;

		private long position;

		ChannelInput(FileChannel channel, long position) {
			this.channel = channel;
			this.position = position;
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			int read = this.channel.read(ByteBuffer.wrap(target, offset, length), this.position);
			this.position += Math.max(0, read);
			return read;
		}

	}

	/**
	 * Chooses what to look for in a file.
	 */
	@FunctionalInterface
	interface Matchers {

		/**
		 * @param channel the file; null where it is compressed
		 */
		LineScanner.Matcher of(@Nullable FileChannel channel) throws IOException;

	}

}
