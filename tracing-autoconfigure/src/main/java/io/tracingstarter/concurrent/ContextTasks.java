package io.tracingstarter.concurrent;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Takes the ids of the current request along to a thread that nobody else can see: one
 * made by hand, one of the common pool, a parallel stream, a structured task.
 *
 * <pre>{@code
 * CompletableFuture.supplyAsync(ContextTasks.wrapSupplier(this::price));
 * }</pre>
 *
 * A task takes along what is current where it is wrapped, may run on any thread, several
 * times and on several threads at once, and leaves nothing behind there. What throws in a
 * task is thrown unchanged. Wrapping costs nothing where there is nothing to take along.
 * An executor wraps each of its tasks where that is handed in; beans of that kind are
 * wrapped already.
 */
public final class ContextTasks {

	private ContextTasks() {
	}

	/**
	 * Wraps a task.
	 * @param task the task
	 * @return a task that runs with the ids that are current now
	 */
	public static Runnable wrap(Runnable task) {
		CapturedContext context = (task instanceof ContextRunnable) ? null : CapturedContext.capture();
		return (context != null) ? new ContextRunnable(context, task) : task;
	}

	/**
	 * Wraps a task with a result.
	 * @param <T> type of the result
	 * @param task the task
	 * @return a task that runs with the ids that are current now
	 */
	public static <T extends @Nullable Object> Callable<T> wrap(Callable<T> task) {
		CapturedContext context = (task instanceof ContextCallable) ? null : CapturedContext.capture();
		return (context != null) ? new ContextCallable<>(context, task) : task;
	}

	/**
	 * Wraps an executor, so that each task knows who handed it in.
	 * @param executor the executor
	 * @return an executor that runs its tasks on the given one
	 */
	public static Executor wrap(Executor executor) {
		return (task) -> executor.execute(wrap(task));
	}

	/**
	 * Wraps an executor service, so that each task knows who handed it in.
	 * @param executor the executor
	 * @return an executor that runs its tasks on the given one, and shuts that down
	 */
	public static ExecutorService wrap(ExecutorService executor) {
		return (ExecutorService) ContextExecutors.proxyInterfaces(executor);
	}

	/**
	 * Wraps a scheduler, so that each task knows who handed it in. One that is repeated
	 * works for no single request and runs without ids.
	 * @param executor the scheduler
	 * @return a scheduler that runs its tasks on the given one, and shuts that down
	 */
	public static ScheduledExecutorService wrap(ScheduledExecutorService executor) {
		return (ScheduledExecutorService) ContextExecutors.proxyInterfaces(executor);
	}

	/**
	 * Wraps a supplier. Has a name of its own, because a lambda could be a
	 * {@link Callable} as well.
	 * @param <T> type of the result
	 * @param supplier the supplier
	 * @return a supplier that runs with the ids that are current now
	 */
	public static <T extends @Nullable Object> Supplier<T> wrapSupplier(Supplier<T> supplier) {
		CapturedContext context = CapturedContext.capture();
		return (context == null) ? supplier : () -> {
			try (Scope scope = context.open()) {
				return supplier.get();
			}
		};
	}

	/**
	 * Wraps a step of a parallel stream, or of a {@code CompletableFuture}.
	 * @param <T> type of the argument
	 * @param <R> type of the result
	 * @param function the function
	 * @return a function that runs with the ids that are current now
	 */
	public static <T extends @Nullable Object, R extends @Nullable Object> Function<T, R> wrapFunction(
			Function<T, R> function) {
		CapturedContext context = CapturedContext.capture();
		return (context == null) ? function : (value) -> {
			try (Scope scope = context.open()) {
				return function.apply(value);
			}
		};
	}

	/**
	 * Wraps the last step of a parallel stream, or of a {@code CompletableFuture}.
	 * @param <T> type of the argument
	 * @param consumer the consumer
	 * @return a consumer that runs with the ids that are current now
	 */
	public static <T extends @Nullable Object> Consumer<T> wrapConsumer(Consumer<T> consumer) {
		CapturedContext context = CapturedContext.capture();
		return (context == null) ? consumer : (value) -> {
			try (Scope scope = context.open()) {
				consumer.accept(value);
			}
		};
	}

}
