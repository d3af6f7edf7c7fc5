package io.tracingstarter.cli.source.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.tracingstarter.cli.source.SourceException;

/**
 * Does the same for each of some, a few at a time.
 */
public final class Parallel {

	private static final int THREADS = 4;

	private Parallel() {
	}

	/**
	 * Returns when all is done. One failure does not keep the others from being done.
	 * @throws SourceException the first failure
	 * @throws InterruptedException when the thread is interrupted, which interrupts all
	 */
	public static <T> void each(Collection<T> items, Task<T> task) throws SourceException, InterruptedException {
		if (items.size() < 2) {
			for (T item : items) {
				task.run(item);
			}
			return;
		}
		ExecutorService threads = Executors.newFixedThreadPool(Math.min(THREADS, items.size()), (work) -> {
			Thread thread = new Thread(work, "trace-request-http");
			thread.setDaemon(true);
			return thread;
		});
		try {
			List<Future<Void>> running = new ArrayList<>();
			for (T item : items) {
				running.add(threads.submit(() -> {
					task.run(item);
					return null;
				}));
			}
			await(running);
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static void await(List<Future<Void>> running) throws SourceException, InterruptedException {
		SourceException first = null;
		for (Future<Void> each : running) {
			try {
				each.get();
			}
			catch (ExecutionException ex) {
				if (ex.getCause() instanceof SourceException failure) {
					first = (first != null) ? first : failure;
				}
				else if (ex.getCause() instanceof InterruptedException) {
					throw new InterruptedException();
				}
				else {
					throw new IllegalStateException(ex.getCause());
				}
			}
		}
		if (first != null) {
			throw first;
		}
	}

	/**
	 * What is done for each.
	 *
	 * @param <T> of what
	 */
	public interface Task<T> {

		void run(T item) throws SourceException, InterruptedException;

	}

}
