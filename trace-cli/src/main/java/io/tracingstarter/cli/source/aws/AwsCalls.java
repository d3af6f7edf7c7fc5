package io.tracingstarter.cli.source.aws;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.tracingstarter.cli.source.aws.AwsException.Kind;

/**
 * Makes requests on threads of its own: a thread that waits for a socket cannot be
 * interrupted, the one that waits for the answer can. Keeps to five requests a second,
 * the least that FilterLogEvents allows an account, after a burst of five.
 */
final class AwsCalls implements AutoCloseable {

	private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(1) / 5;

	private static final long BURST_NANOS = 4 * INTERVAL_NANOS;

	private static final Duration LAST_WORDS = Duration.ofSeconds(1);

	private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "aws");
		thread.setDaemon(true);
		return thread;
	});

	private long nextSlot = System.nanoTime() - BURST_NANOS;

	<T> T call(Operation operation, Deadline deadline, Callable<T> request) throws AwsException, InterruptedException {
		awaitSlot(deadline);
		if (deadline.remainingNanos() == 0) {
			throw timeout(operation);
		}
		Future<T> future = submit(request);
		try {
			return future.get(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			throw timeout(operation);
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof RuntimeException failure) {
				throw AwsFailures.of(operation, failure);
			}
			throw AwsFailures.of(operation, new IllegalStateException(ex.getCause()));
		}
		finally {
			future.cancel(true);
		}
	}

	void tell(Callable<?> request) {
		boolean interrupted = Thread.interrupted();
		Future<?> future = submit(request);
		try {
			future.get(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			interrupted = true;
		}
		catch (ExecutionException | TimeoutException ex) {
			future.cancel(true);
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	private <T> Future<T> submit(Callable<T> request) {
		try {
			return this.threads.submit(request);
		}
		catch (RejectedExecutionException ex) {
			throw new IllegalStateException("The source is closed", ex);
		}
	}

	private void awaitSlot(Deadline deadline) throws InterruptedException {
		long wait;
		synchronized (this) {
			long now = System.nanoTime();
			this.nextSlot = Math.max(this.nextSlot, now - BURST_NANOS);
			wait = this.nextSlot - now;
			this.nextSlot += INTERVAL_NANOS;
		}
		if (wait > 0) {
			deadline.sleep(Duration.ofNanos(wait));
		}
	}

	private static AwsException timeout(Operation operation) {
		return new AwsException(Kind.TIMEOUT, "The time was up during " + operation,
				"Narrow the window (--since, --around), ask fewer log groups, or raise the source's timeout.");
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
