package io.tracingstarter.cli.source.cloudwatch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import io.tracingstarter.cli.source.aws.AwsException;
import org.jspecify.annotations.Nullable;

/**
 * Runs searches side by side, a few at a time, and gathers the ones that fail.
 */
final class GroupSearches {

	private static final int AT_ONCE = 4;

	/** So that queries can be stopped before the command ends. */
	private static final long GIVING_UP_MILLIS = 1_200;

	private GroupSearches() {
	}

	/**
	 * Runs all of them.
	 * @return why some failed
	 * @throws InterruptedException when the thread is interrupted; then all are given up
	 */
	static List<AwsException> run(List<Part> parts) throws InterruptedException {
		ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, Math.min(AT_ONCE, parts.size())), (task) -> {
			Thread thread = new Thread(task, "log-groups");
			thread.setDaemon(true);
			return thread;
		});
		try {
			ExecutorCompletionService<Void> running = new ExecutorCompletionService<>(threads);
			for (Part part : parts) {
				running.submit(() -> {
					part.run();
					return null;
				});
			}
			List<AwsException> failures = new ArrayList<>();
			for (int i = 0; i < parts.size(); i++) {
				try {
					running.take().get();
				}
				catch (ExecutionException ex) {
					failures.add(failure(ex.getCause()));
				}
			}
			return failures;
		}
		finally {
			threads.shutdownNow();
			threads.awaitTermination(GIVING_UP_MILLIS, TimeUnit.MILLISECONDS);
		}
	}

	private static AwsException failure(@Nullable Throwable cause) throws InterruptedException {
		if (cause instanceof AwsException exception) {
			return exception;
		}
		if (cause instanceof InterruptedException interrupted) {
			throw interrupted;
		}
		throw (cause instanceof RuntimeException runtime) ? runtime : new IllegalStateException(cause);
	}

	/**
	 * One search.
	 */
	interface Part {

		void run() throws AwsException, InterruptedException;

	}

}
