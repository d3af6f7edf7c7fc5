package io.tracingstarter.cli.source.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongPredicate;

import io.tracingstarter.cli.model.EpochNanos;
import io.tracingstarter.cli.model.TimeWindow;
import io.tracingstarter.cli.source.Findings;
import io.tracingstarter.cli.source.Limits;
import org.jspecify.annotations.Nullable;

/**
 * Searches files, as many at a time as there are processors, large ones in parts.
 */
final class FileSearch {

	/** Small enough that threads end at the same time, large enough to cost nothing. */
	private static final long PART = 16L << 20;

	private static final long NEWEST_PART = 2L << 20;

	/** A line may reach its file a while after its time. */
	private static final Duration WRITTEN_AFTER = Duration.ofMinutes(1);

	/** Of larger files lines are not counted: that costs as much as the search. */
	private static final long COUNTED = 16L << 20;

	private static final int CAUSES = 5;

	private final Matchers matchers;

	private final Function<String, LineScanner.Sink> sinks;

	private final Limits limits;

	private final @Nullable TimeWindow window;

	private final Findings findings;

	private final Set<LogFile> failed = ConcurrentHashMap.newKeySet();

	private final AtomicInteger binary = new AtomicInteger();

	private final ThreadLocal<byte[]> buffers;

	private final ThreadLocal<ByteBuffer> chunks = ThreadLocal
		.withInitial(() -> ByteBuffer.allocateDirect(ByteWindow.CHUNK));

	private @Nullable LongPredicate tooOld;

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
		this.buffers = ThreadLocal.withInitial(() -> LineScanner.buffer(limits.lineBytes()));
	}

	/**
	 * Begins with the newest files, and each at its end, and stops where nothing older is
	 * wanted.
	 * @param tooOld tells that of a time, in nanoseconds since 1970
	 */
	FileSearch newestFirst(LongPredicate tooOld) {
		this.tooOld = tooOld;
		return this;
	}

	/**
	 * Searches.
	 * @return how many files could not be read at all
	 */
	int search(List<LogFile> files) throws InterruptedException {
		List<LogFile> ordered = new ArrayList<>(files);
		ordered.sort((this.tooOld != null) ? (a, b) -> b.modified().compareTo(a.modified())
				: (a, b) -> Long.compare(b.size(), a.size()));
		int processors = Runtime.getRuntime().availableProcessors();
		ExecutorService threads = Executors.newFixedThreadPool(processors, FileSearch::thread);
		try {
			List<Future<List<Part>>> begun = new ArrayList<>();
			for (LogFile file : ordered) {
				begun.add(threads.submit(() -> begin(file)));
			}
			List<Future<?>> rest = new ArrayList<>();
			for (Future<List<Part>> file : begun) {
				file.get().forEach((part) -> rest.add(threads.submit(() -> search(part))));
			}
			for (Future<?> part : rest) {
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
		return this.failed.size();
	}

	private static Thread thread(Runnable task) {
		Thread thread = new Thread(task, "file-search");
		thread.setDaemon(true);
		return thread;
	}

	/** Searches a file, or returns the parts in which it is to be searched. */
	private List<Part> begin(LogFile file) {
		List<Part> parts = new ArrayList<>();
		if (this.tooOld != null && file.isKnown()
				&& this.tooOld.test(EpochNanos.of(file.modified().plus(WRITTEN_AFTER)))) {
			return parts;
		}
		reading(file, (channel) -> {
			Content content = Content.of(channel);
			if (content == Content.PLAIN) {
				parts.addAll(parts(file, channel));
			}
			else if (content == Content.BINARY) {
				this.binary.incrementAndGet();
			}
			else {
				new CompressedFile(content, file.name(), this.findings::note).scan(channel,
						(input) -> scan(new Part(file, this.matchers.of(null), 0, Long.MAX_VALUE, true), input, 0));
			}
			if (parts.size() == 1) {
				search(parts.remove(0), channel);
			}
			else if (this.tooOld != null) {
				searchNewest(parts, channel, this.tooOld);
			}
		});
		return parts;
	}

	private List<Part> parts(LogFile file, FileChannel channel) throws IOException {
		long size = channel.size();
		LineScanner.Matcher matcher = this.matchers.of(channel);
		TimeNarrowing.Part wanted = (this.window != null) ? TimeNarrowing.part(channel, size, this.window)
				: new TimeNarrowing.Part(0, size);
		List<Part> parts = new ArrayList<>();
		long most = (this.tooOld != null) ? NEWEST_PART : PART;
		for (long from = wanted.from(); from < wanted.until(); from += most) {
			long until = Math.min(wanted.until(), from + most);
			// what was appended meanwhile belongs to the last part
			parts.add(new Part(file, matcher, from, (until == size) ? Long.MAX_VALUE : until, size <= COUNTED));
		}
		return parts;
	}

	private void searchNewest(List<Part> parts, FileChannel channel, LongPredicate tooOld)
			throws IOException, InterruptedException {
		while (!parts.isEmpty()) {
			Part newest = parts.remove(parts.size() - 1);
			search(newest, channel);
			long time = LineTimes.at(channel, newest.from());
			if (time != 0 && tooOld.test(time)) {
				parts.clear();
			}
		}
	}

	private void search(Part part) {
		reading(part.file(), (channel) -> search(part, channel));
	}

	private void search(Part part, FileChannel channel) throws IOException, InterruptedException {
		// to see whether its first lines belong to an event that began before
		long first = Math.max(0, part.from() - EventBounds.MAX_EVENT);
		scan(part, new ChannelInput(channel, this.chunks.get(), first), first);
	}

	private void scan(Part part, ByteWindow.Input input, long first) throws IOException, InterruptedException {
		ByteWindow window = new ByteWindow(this.buffers.get(), input, first, part.counting() && first == 0);
		new LineScanner(part.matcher(), this.limits.lineBytes(), window, this.sinks.apply(part.file().name()))
			.scan(part.from(), part.until());
	}

	private void reading(LogFile file, Reading reading) {
		if (this.findings.isFull()) {
			return;
		}
		try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
			reading.read(channel);
		}
		catch (InterruptedException | ClosedByInterruptException ex) {
			Thread.currentThread().interrupt();
		}
		catch (IOException | RuntimeException ex) {
			if (this.failed.add(file) && this.failed.size() <= CAUSES) {
				this.findings.note(file.name() + ": " + Problems.reason(ex));
			}
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

	/** A part of a file; without an end where it is the last one. */
	private record Part(LogFile file, LineScanner.Matcher matcher, long from, long until, boolean counting) {

	}

	@FunctionalInterface
	private interface Reading {

		void read(FileChannel channel) throws IOException, InterruptedException;

	}

}
