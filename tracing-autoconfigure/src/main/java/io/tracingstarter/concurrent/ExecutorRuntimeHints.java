package io.tracingstarter.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.support.CompositeTaskDecorator;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.scheduling.concurrent.ConcurrentTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * What a native image must keep for executor beans: the fields in which Spring's have
 * their decorator, and the interfaces with which a stand-in is made for the JDK's.
 */
public class ExecutorRuntimeHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		field(hints, ThreadPoolTaskExecutor.class, "taskDecorator");
		field(hints, ThreadPoolTaskScheduler.class, "taskDecorator");
		field(hints, SimpleAsyncTaskExecutor.class, "taskDecorator");
		field(hints, ConcurrentTaskExecutor.class, "taskDecorator");
		field(hints, TaskExecutorAdapter.class, "taskDecorator");
		field(hints, CompositeTaskDecorator.class, "taskDecorators");
		proxy(hints, Executor.class);
		proxy(hints, ExecutorService.class);
		proxy(hints, ScheduledExecutorService.class, ExecutorService.class);
	}

	private static void field(RuntimeHints hints, Class<?> type, String name) {
		hints.reflection().registerType(TypeReference.of(type), (hint) -> hint.withField(name));
	}

	private static void proxy(RuntimeHints hints, Class<?>... interfaces) {
		hints.proxies().registerJdkProxy(AopProxyUtils.completeJdkProxyInterfaces(interfaces));
	}

}
