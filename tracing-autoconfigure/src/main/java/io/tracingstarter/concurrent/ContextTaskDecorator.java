package io.tracingstarter.concurrent;

import java.util.concurrent.RunnableScheduledFuture;

import org.springframework.core.task.support.ContextPropagatingTaskDecorator;

/**
 * Makes each task of one of Spring's executors know who handed it in. Takes along what
 * Spring's own decorator does, and besides it the OpenTelemetry context, with spans made
 * by hand and correlation ids.
 */
public final class ContextTaskDecorator extends ContextPropagatingTaskDecorator {

	@Override
	public Runnable decorate(Runnable task) {
		if (task instanceof RunnableScheduledFuture<?> scheduled) {
			// one that is repeated works for no single request
			return scheduled.isPeriodic() ? task : ContextTasks.wrap(task);
		}
		return TaskArguments.wrap(task);
	}

}
