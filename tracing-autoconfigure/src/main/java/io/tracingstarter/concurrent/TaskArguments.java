package io.tracingstarter.concurrent;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

import org.springframework.scheduling.Trigger;

/**
 * Wraps the tasks that a call hands to an executor. What it repeats by itself, and what
 * it takes back, stays as it is.
 */
final class TaskArguments {

	private static final Set<String> METHODS = Set.of("execute", "submit", "submitCompletable", "submitWithTimeout",
			"schedule", "invokeAll", "invokeAllUninterruptibly", "invokeAny");

	private TaskArguments() {
	}

	static void wrap(Method method, Object[] arguments) {
		if (arguments.length == 0 || !METHODS.contains(method.getName())
				|| (arguments.length == 2 && arguments[1] instanceof Trigger)) {
			return;
		}
		// the declared type, because a task can be of several: a ForkJoinTask handed in
		// as such is also what the caller waits for
		Class<?> type = method.getParameterTypes()[0];
		if (type == Runnable.class && arguments[0] instanceof Runnable task) {
			arguments[0] = wrap(task);
		}
		else if (type == Callable.class && arguments[0] instanceof Callable<?> task) {
			arguments[0] = ContextTasks.wrap(task);
		}
		else if (type == Collection.class && arguments[0] instanceof Collection<?> tasks) {
			arguments[0] = wrap(tasks);
		}
	}

	/** A queue that sorts its tasks needs them as they are. */
	static Runnable wrap(Runnable task) {
		return (task instanceof Comparable) ? task : ContextTasks.wrap(task);
	}

	private static List<Object> wrap(Collection<?> tasks) {
		List<Object> wrapped = new ArrayList<>(tasks.size());
		for (Object task : tasks) {
			wrapped.add((task instanceof Callable<?> callable) ? ContextTasks.wrap(callable) : task);
		}
		return wrapped;
	}

}
