package io.tracingstarter.autoconfigure.concurrent;

import java.util.concurrent.Executor;

import io.micrometer.context.ContextExecutorService;
import io.tracingstarter.autoconfigure.DeclaredType;
import io.tracingstarter.concurrent.ContextExecutors;
import io.tracingstarter.concurrent.TaskDecorators;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.util.ClassUtils;

/**
 * Makes executor beans wrap their tasks, each with the type that it is known by: with a
 * decorator where it can have one, else with a stand-in.
 */
class ExecutorBeanPostProcessor implements BeanPostProcessor {

	private static final Logger logger = LoggerFactory.getLogger(ExecutorBeanPostProcessor.class);

	/** Its threads ask whether they are its own, and its tasks are events. */
	private static final String EVENT_LOOP = "io.netty.util.concurrent.EventExecutorGroup";

	/** Has an executor of its own where the user's has sent Boot's away. */
	static final String MVC_ADAPTER = "org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter";

	private final ObjectProvider<ExecutorProperties> properties;

	private final ConfigurableListableBeanFactory beanFactory;

	ExecutorBeanPostProcessor(ObjectProvider<ExecutorProperties> properties,
			ConfigurableListableBeanFactory beanFactory) {
		this.properties = properties;
		this.beanFactory = beanFactory;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		boolean adapter = bean.getClass().getName().equals(MVC_ADAPTER);
		if ((adapter || TaskDecorators.areSupportedBy(bean)) && isIncluded(beanName)) {
			try {
				Object executor = adapter ? new DirectFieldAccessor(bean).getPropertyValue("taskExecutor") : bean;
				if (executor != null) {
					TaskDecorators.addTo(executor);
				}
			}
			catch (RuntimeException ex) {
				leaveAlone(bean, beanName, ex);
			}
		}
		return bean;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof Executor executor && needsStandIn(executor) && isIncluded(beanName)) {
			return standIn(executor, beanName);
		}
		return bean;
	}

	private static boolean needsStandIn(Executor executor) {
		return !TaskDecorators.areSupportedBy(executor) && !(executor instanceof ContextExecutorService)
				&& !(executor instanceof SyncTaskExecutor)
				&& ClassUtils.getAllInterfacesForClassAsSet(executor.getClass())
					.stream()
					.noneMatch((type) -> type.getName().equals(EVENT_LOOP));
	}

	private Executor standIn(Executor executor, String beanName) {
		try {
			Executor standIn = ContextExecutors.proxy(executor, DeclaredType.of(this.beanFactory, beanName, executor));
			if (standIn != null) {
				return standIn;
			}
			leaveAlone(executor, beanName, null);
		}
		catch (RuntimeException ex) {
			leaveAlone(executor, beanName, ex);
		}
		return executor;
	}

	private boolean isIncluded(String beanName) {
		return !this.properties.getObject().exclude().contains(beanName);
	}

	private static void leaveAlone(Object bean, String beanName, @Nullable Exception cause) {
		logger.debug("The tasks of {} '{}' run without the ids of their request: it cannot be wrapped",
				bean.getClass().getName(), beanName, cause);
	}

}
