package io.tracingstarter.concurrent;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.support.CompositeTaskDecorator;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.scheduling.concurrent.ConcurrentTaskExecutor;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a native image keeps for executor beans.
 */
class ExecutorRuntimeHintsTests {

	private final RuntimeHints hints = new RuntimeHints();

	ExecutorRuntimeHintsTests() {
		new ExecutorRuntimeHints().registerHints(this.hints, getClass().getClassLoader());
	}

	static Stream<Executor> jdkExecutors() {
		return Stream.of(Runnable::run, Executors.newFixedThreadPool(1), Executors.newSingleThreadExecutor(),
				Executors.newScheduledThreadPool(1), Executors.newSingleThreadScheduledExecutor(), new ForkJoinPool(1));
	}

	@ParameterizedTest
	@ValueSource(classes = { ThreadPoolTaskExecutor.class, ThreadPoolTaskScheduler.class, SimpleAsyncTaskExecutor.class,
			SimpleAsyncTaskScheduler.class, ConcurrentTaskExecutor.class, ConcurrentTaskScheduler.class,
			TaskExecutorAdapter.class })
	void shouldKeepTheDecoratorWhenAnExecutorCanHaveOne(Class<?> executor) {
		assertKept(executor, "taskDecorator");
	}

	@Test
	void shouldKeepThePartsWhenADecoratorIsComposed() {
		assertKept(CompositeTaskDecorator.class, "taskDecorators");
	}

	@ParameterizedTest
	@MethodSource("jdkExecutors")
	void shouldKeepTheInterfacesWhenAStandInHasOnlyThose(Executor executor) {
		Class<?>[] interfaces = ContextExecutors.proxyInterfaces(executor).getClass().getInterfaces();
		assertThat(RuntimeHintsPredicates.proxies().forInterfaces(interfaces)).as(Arrays.toString(interfaces))
			.accepts(this.hints);
	}

	private void assertKept(Class<?> type, String name) {
		Field field = ReflectionUtils.findField(type, name);
		assertThat(field).as(name).isNotNull();
		assertThat(RuntimeHintsPredicates.reflection().onFieldAccess(field)).accepts(this.hints);
	}

}
