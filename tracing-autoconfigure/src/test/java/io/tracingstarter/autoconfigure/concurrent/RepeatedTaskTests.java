package io.tracingstarter.autoconfigure.concurrent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

import io.tracingstarter.correlation.CorrelationId;
import io.tracingstarter.correlation.CorrelationScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.support.PeriodicTrigger;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests what a task knows that a request hands to a scheduler.
 */
class RepeatedTaskTests {

	private static final Duration TICK = Duration.ofMillis(1);

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ExecutorContextAutoConfiguration.class))
		.withUserConfiguration(Schedulers.class);

	@ParameterizedTest
	@ValueSource(strings = { "threadPool", "concurrent", "concurrentOnBean", "simple" })
	void shouldRunWithoutTheIdsOfTheRequestWhenRepeated(String name) {
		this.runner.run((context) -> {
			TaskScheduler scheduler = context.getBean(name, TaskScheduler.class);
			assertThat(runs(scheduler, (target, task) -> target.schedule(task, new PeriodicTrigger(TICK))))
				.as("trigger")
				.containsOnly("none");
			assertThat(runs(scheduler, (target, task) -> target.scheduleAtFixedRate(task, TICK))).as("rate")
				.containsOnly("none");
			assertThat(runs(scheduler, (target, task) -> target.scheduleWithFixedDelay(task, TICK))).as("delay")
				.containsOnly("none");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "threadPool", "concurrent", "concurrentOnBean" })
	void shouldRunWithTheIdsOfTheRequestWhenScheduledOnce(String name) {
		this.runner.run((context) -> assertThat(
				runs(context.getBean(name, TaskScheduler.class), (target, task) -> target.schedule(new Runnable() {

					private int left = 3;

					@Override
					public void run() {
						task.run();
						if (--this.left > 0) {
							// each hands its ids on, as any task does
							target.schedule(this, Instant.now());
						}
					}

				}, Instant.now())))
			.containsOnly("order-1"));
	}

	@Test
	void shouldTakeTheIdsAlongWhenATriggeredTaskHandsWorkOn() {
		this.runner.run((context) -> {
			TaskScheduler scheduler = context.getBean("threadPool", TaskScheduler.class);
			BlockingQueue<String> ids = new LinkedBlockingQueue<>();
			ScheduledFuture<?> repeated = scheduler.schedule(() -> {
				try (CorrelationScope scope = CorrelationScope.open("job-1")) {
					scheduler.schedule(() -> ids.add(currentId()), Instant.now());
				}
			}, new PeriodicTrigger(TICK));
			assertThat(ids.poll(30, TimeUnit.SECONDS)).isEqualTo("job-1");
			repeated.cancel(true);
		});
	}

	private static List<String> runs(TaskScheduler scheduler,
			BiFunction<TaskScheduler, Runnable, ScheduledFuture<?>> schedule) throws InterruptedException {
		BlockingQueue<String> ids = new LinkedBlockingQueue<>();
		ScheduledFuture<?> future;
		try (CorrelationScope scope = CorrelationScope.open("order-1")) {
			future = schedule.apply(scheduler, () -> ids.add(currentId()));
		}
		List<String> found = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			found.add(ids.poll(30, TimeUnit.SECONDS));
		}
		future.cancel(true);
		return found;
	}

	private static String currentId() {
		return CorrelationId.current().map(CorrelationId::value).orElse("none");
	}

	@Configuration(proxyBeanMethods = false)
	static class Schedulers {

		@Bean
		ThreadPoolTaskScheduler threadPool() {
			return new ThreadPoolTaskScheduler();
		}

		@Bean
		ConcurrentTaskScheduler concurrent() {
			return new ConcurrentTaskScheduler(Executors.newSingleThreadScheduledExecutor());
		}

		@Bean
		ScheduledExecutorService pool() {
			return Executors.newSingleThreadScheduledExecutor();
		}

		@Bean
		ConcurrentTaskScheduler concurrentOnBean(ScheduledExecutorService pool) {
			return new ConcurrentTaskScheduler(pool);
		}

		@Bean
		SimpleAsyncTaskScheduler simple() {
			return new SimpleAsyncTaskScheduler();
		}

	}

}
