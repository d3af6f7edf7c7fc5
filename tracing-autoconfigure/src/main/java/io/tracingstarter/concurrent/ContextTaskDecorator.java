package io.tracingstarter.concurrent;

import java.util.concurrent.RunnableScheduledFuture;

import org.springframework.core.task.support.ContextPropagatingTaskDecorator;

/**
 * Makes each task of one of Spring's executors know who handed it in. Takes along what
 * Spring's own decorator does, and besides it the OpenTelemetry context, with spans made
 * by hand and correlation ids.
 */
public final class ContextTaskDecorator extends ContextPropagatingTaskDecorator {

	private final boolean repeats;

	/**
	 * Creates a decorator.
	 * @param repeats whether it is for a scheduler, which can run a task again and again:
	 * such a task works for no single request
	 */
	ContextTaskDecorator(boolean repeats) {
		this.repeats = repeats;
	}

	@Override
	public Runnable decorate(Runnable task) {
		if (task instanceof RunnableScheduledFuture<?> scheduled && scheduled.isPeriodic()) {
			return task;
		}
		Runnable wrapped = (task instanceof RunnableScheduledFuture) ? ContextTasks.wrap(task)
				: TaskArguments.wrap(task);
		return (wrapped != task && this.repeats && Repetition.isBeingScheduled()) ? task : wrapped;
	}

}
