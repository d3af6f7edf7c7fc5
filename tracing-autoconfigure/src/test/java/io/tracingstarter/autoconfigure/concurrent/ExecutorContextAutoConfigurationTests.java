package io.tracingstarter.autoconfigure.concurrent;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.tracingstarter.concurrent.ContextTaskDecorator;
import io.tracingstarter.correlation.CorrelationId;
import io.tracingstarter.correlation.CorrelationScope;
import io.tracingstarter.testing.LogRecorder;
import io.tracingstarter.testing.Prerequisite;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.FactoryBean;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ExecutorContextAutoConfiguration}.
 */
class ExecutorContextAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ExecutorContextAutoConfiguration.class));

	@Test
	void shouldCarryIdWithEachKindOfBean() {
		this.runner.withUserConfiguration(Pools.class).run((context) -> {
			assertThat(idIn(context.getBean(ThreadPoolExecutor.class))).isEqualTo("job-1");
			assertThat(idIn(context.getBean("hidden", ExecutorService.class))).isEqualTo("job-1");
			assertThat(idIn(context.getBean(ThreadPoolTaskExecutor.class))).isEqualTo("job-1");
		});
	}

	@Test
	void shouldCarryIdWithWhatAFactoryBeanMakes() {
		this.runner.withBean("made", PoolFactory.class)
			.run((context) -> assertThat(idIn(context.getBean("made", ExecutorService.class))).isEqualTo("job-1"));
	}

	@Test
	void shouldLeaveBeansAsTheyAreWhenSwitchedOff() {
		for (String property : new String[] { "tracing.executors.enabled=false", "tracing.enabled=false" }) {
			this.runner.withUserConfiguration(Pools.class).withPropertyValues(property).run((context) -> {
				assertThat(context.getBean("pool").getClass()).isEqualTo(ThreadPoolExecutor.class);
				assertThat(idIn(context.getBean(ThreadPoolTaskExecutor.class))).isEqualTo("none");
			});
		}
	}

	@Test
	void shouldLeaveExcludedBeansAsTheyAre() {
		this.runner.withUserConfiguration(Pools.class)
			.withPropertyValues("tracing.executors.exclude=pool,springPool")
			.run((context) -> {
				assertThat(context.getBean("pool").getClass()).isEqualTo(ThreadPoolExecutor.class);
				assertThat(idIn(context.getBean(ThreadPoolTaskExecutor.class))).isEqualTo("none");
				assertThat(idIn(context.getBean("hidden", ExecutorService.class))).isEqualTo("job-1");
			});
	}

	@Test
	void shouldStartAndSaySoWhenBeanCannotBeWrapped() {
		try (LogRecorder log = LogRecorder.of(ExecutorBeanPostProcessor.class)) {
			this.runner
				.withBean("sorting", ThreadPoolExecutor.class,
						() -> new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>()))
				.withBean("ownKind", FinalExecutor.class, FinalExecutor::new)
				.run((context) -> {
					assertThat(context).hasNotFailed();
					assertThat(context.getBean("sorting").getClass()).isEqualTo(ThreadPoolExecutor.class);
				});
			assertThat(log.events("'sorting'")).hasSize(1);
			assertThat(log.events("'ownKind'")).hasSize(1);
		}
	}

	@Test
	void shouldShutPoolsDownWithContext() {
		ExecutorService[] pools = new ExecutorService[2];
		this.runner.withUserConfiguration(Pools.class).run((context) -> {
			pools[0] = context.getBean("pool", ExecutorService.class);
			pools[1] = context.getBean("hidden", ExecutorService.class);
		});
		assertThat(pools).allMatch(ExecutorService::isShutdown);
	}

	@Test
	void shouldKeepUsersDecorator() {
		this.runner.withUserConfiguration(DecoratedPool.class).run((context) -> {
			assertThat(idIn(context.getBean(ThreadPoolTaskExecutor.class))).isEqualTo("job-1");
			assertThat(context.getBean(AtomicInteger.class)).hasValue(1);
		});
	}

	@Test
	void shouldLeaveBootsDecoratorWhenUserAskedForIt() {
		Prerequisite.require(!SpringBootVersion.getVersion().startsWith("4.0."), "a property that Boot has since 4.1",
				"build without -Pboot-4.0");
		this.runner.withConfiguration(AutoConfigurations.of(TaskExecutionAutoConfiguration.class))
			.withPropertyValues("spring.task.execution.propagate-context=true")
			.run((context) -> {
				assertThat(context.getBean(ContextPropagatingTaskDecorator.class))
					.isNotInstanceOf(ContextTaskDecorator.class);
				assertThat(idIn(context.getBean(AsyncTaskExecutor.class))).isEqualTo("job-1");
			});
	}

	private static String idIn(Executor executor) throws Exception {
		try (CorrelationScope scope = CorrelationScope.open("job-1")) {
			return CompletableFuture
				.supplyAsync(() -> CorrelationId.current().map(CorrelationId::value).orElse("none"), executor)
				.get(30, TimeUnit.SECONDS);
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Pools {

		@Bean
		ThreadPoolExecutor pool() {
			return (ThreadPoolExecutor) Executors.newFixedThreadPool(1);
		}

		@Bean
		ExecutorService hidden() {
			return Executors.newSingleThreadExecutor();
		}

		@Bean
		ThreadPoolTaskExecutor springPool() {
			return new ThreadPoolTaskExecutor();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class DecoratedPool {

		@Bean
		AtomicInteger decorated() {
			return new AtomicInteger();
		}

		@Bean
		ThreadPoolTaskExecutor springPool(AtomicInteger decorated) {
			ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
			TaskDecorator decorator = (task) -> {
				decorated.incrementAndGet();
				return task;
			};
			executor.setTaskDecorator(decorator);
			return executor;
		}

	}

	static class PoolFactory implements FactoryBean<ExecutorService> {

		@Override
		public ExecutorService getObject() {
			return Executors.newSingleThreadExecutor();
		}

		@Override
		public Class<?> getObjectType() {
			return ExecutorService.class;
		}

	}

	static final class FinalExecutor implements Executor {

		@Override
		public void execute(Runnable task) {
			task.run();
		}

	}

}
