package io.tracingstarter.concurrent;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.DirectFieldAccessor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.support.CompositeTaskDecorator;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ConcurrentTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Adds a {@link ContextTaskDecorator} to Spring's executors, which can have decorators.
 */
public final class TaskDecorators {

	private TaskDecorators() {
	}

	/**
	 * Whether an executor can have a decorator.
	 * @param executor any object
	 * @return {@code true} if {@link #addTo(Object)} does something with it
	 */
	public static boolean areSupportedBy(Object executor) {
		return setterOf(executor) != null;
	}

	/**
	 * Adds the decorator, around one that is there already. Must come before the executor
	 * is initialized. Does nothing if the executor takes the context along already.
	 * @param executor any object
	 */
	public static void addTo(Object executor) {
		Consumer<TaskDecorator> setter = setterOf(executor);
		if (setter == null) {
			return;
		}
		Object present = new DirectFieldAccessor(executor).getPropertyValue("taskDecorator");
		TaskDecorator ours = new ContextTaskDecorator(executor instanceof TaskScheduler);
		if (present instanceof TaskDecorator users) {
			if (!takesContextAlong(users)) {
				// the last one is the outermost: what the user's logs has the ids
				setter.accept(new CompositeTaskDecorator(List.of(users, ours)));
			}
		}
		else {
			setter.accept(ours);
		}
	}

	private static @Nullable Consumer<TaskDecorator> setterOf(Object executor) {
		if (executor instanceof ThreadPoolTaskExecutor pool) {
			return pool::setTaskDecorator;
		}
		if (executor instanceof ThreadPoolTaskScheduler scheduler) {
			return scheduler::setTaskDecorator;
		}
		if (executor instanceof SimpleAsyncTaskExecutor simple) {
			return simple::setTaskDecorator;
		}
		if (executor instanceof ConcurrentTaskExecutor concurrent) {
			return concurrent::setTaskDecorator;
		}
		return (executor instanceof TaskExecutorAdapter adapter) ? adapter::setTaskDecorator : null;
	}

	private static boolean takesContextAlong(TaskDecorator decorator) {
		return decorator instanceof ContextPropagatingTaskDecorator || (decorator instanceof CompositeTaskDecorator
				&& new DirectFieldAccessor(decorator).getPropertyValue("taskDecorators") instanceof Collection<?> parts
				&& parts.stream().anyMatch((part) -> part instanceof TaskDecorator inner && takesContextAlong(inner)));
	}

}
