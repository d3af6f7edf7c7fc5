package io.tracingstarter.soak;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.eclipse.jetty.util.thread.QueuedThreadPool;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Threads that are looked at before and after each task.
 */
class ProbedPool extends ThreadPoolExecutor {

	private final ThreadProbe probe;

	ProbedPool(String name, int threads, ThreadProbe probe) {
		super(threads, threads, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(),
				new CustomizableThreadFactory(name + "-"));
		this.probe = probe;
		prestartAllCoreThreads();
	}

	@Override
	protected void beforeExecute(Thread thread, Runnable task) {
		this.probe.look();
	}

	@Override
	protected void afterExecute(Runnable task, Throwable failure) {
		this.probe.look();
	}

	/**
	 * The same for Jetty, which brings its own pool.
	 */
	static class OfJetty extends QueuedThreadPool {

		private final ThreadProbe probe;

		OfJetty(int threads, ThreadProbe probe) {
			super(threads, threads);
			this.probe = probe;
		}

		@Override
		protected void runJob(Runnable job) {
			this.probe.look();
			super.runJob(job);
			this.probe.look();
		}

	}

}
