package io.tracingstarter.concurrent;

import io.opentelemetry.context.Scope;

/**
 * A task that knows its request. A type of its own, so that none is wrapped twice.
 */
final class ContextRunnable implements Runnable {

	private final CapturedContext context;

	private final Runnable task;

	ContextRunnable(CapturedContext context, Runnable task) {
		this.context = context;
		this.task = task;
	}

	@Override
	public void run() {
		try (Scope scope = this.context.open()) {
			this.task.run();
		}
	}

	@Override
	public String toString() {
		return this.task.toString();
	}

}
