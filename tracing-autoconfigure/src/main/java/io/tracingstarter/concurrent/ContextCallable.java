package io.tracingstarter.concurrent;

import java.util.concurrent.Callable;

import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A task with a result that knows its request.
 *
 * @param <T> type of the result
 */
final class ContextCallable<T extends @Nullable Object> implements Callable<T> {

	private final CapturedContext context;

	private final Callable<T> task;

	ContextCallable(CapturedContext context, Callable<T> task) {
		this.context = context;
		this.task = task;
	}

	@Override
	public T call() throws Exception {
		try (Scope scope = this.context.open()) {
			return this.task.call();
		}
	}

	@Override
	public String toString() {
		return this.task.toString();
	}

}
