package io.tracingstarter.concurrent;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.tracingstarter.correlation.CorrelationScope;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ContextExecutors}.
 */
class ContextExecutorsTests {

	private static final Callable<String> CURRENT_ID = CurrentId::get;

	static Stream<Named<ExecutorService>> executors() {
		return Stream.of(Named.of("ThreadPoolExecutor", Executors.newFixedThreadPool(1)),
				Named.of("ScheduledThreadPoolExecutor", new ScheduledThreadPoolExecutor(1)),
				Named.of("ForkJoinPool", new ForkJoinPool(1)),
				Named.of("hidden class", Executors.newSingleThreadExecutor()),
				Named.of("hidden scheduler", Executors.newSingleThreadScheduledExecutor()),
				Named.of("user's class", new UsersPool()),
				Named.of("user's class with a final method", new PoolWithFinalMethod()));
	}

	@ParameterizedTest
	@MethodSource("executors")
	void shouldCarryIdWhateverTheMethod(ExecutorService executor) throws Exception {
		ExecutorService standIn = (ExecutorService) ContextExecutors.proxy(executor, ExecutorService.class);
		assertThat(standIn).isNotNull().isNotSameAs(executor);
		ConcurrentLinkedQueue<String> ids = new ConcurrentLinkedQueue<>();
		Runnable recordId = () -> ids.add(CurrentId.get());
		try (CorrelationScope scope = CorrelationScope.open("job-1")) {
			CountDownLatch done = new CountDownLatch(1);
			standIn.execute(() -> {
				recordId.run();
				done.countDown();
			});
			assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
			standIn.submit(recordId).get();
			standIn.submit(recordId, "result").get();
			ids.add(standIn.submit(CURRENT_ID).get());
			ids.add(standIn.invokeAny(List.of(CURRENT_ID)));
			for (Future<String> future : standIn.invokeAll(List.of(CURRENT_ID))) {
				ids.add(future.get());
			}
		}
		assertThat(ids).hasSize(6).containsOnly("job-1");
		assertThat(standIn.submit(CURRENT_ID).get()).isEqualTo("none");
		standIn.shutdown();
		assertThat(executor.isShutdown()).isTrue();
		assertThat(standIn.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void shouldKeepClassAndStateWhenThereCanBeSubclass() {
		ThreadPoolExecutor pool = new ThreadPoolExecutor(3, 7, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>());
		assertThat(ContextExecutors.proxy(pool, ThreadPoolExecutor.class))
			.isInstanceOfSatisfying(ThreadPoolExecutor.class, (standIn) -> {
				assertThat(standIn.getCorePoolSize()).isEqualTo(3);
				assertThat(standIn.getQueue()).isSameAs(pool.getQueue());
				standIn.setMaximumPoolSize(9);
				assertThat(pool.getMaximumPoolSize()).isEqualTo(9);
			});
		UsersPool users = new UsersPool();
		assertThat(ContextExecutors.proxy(users, UsersPool.class)).isInstanceOfSatisfying(UsersPool.class,
				(standIn) -> assertThat(standIn.name()).isEqualTo("users"));
		ForkJoinPool stealing = new ForkJoinPool(5);
		assertThat(ContextExecutors.proxy(stealing, ForkJoinPool.class)).isInstanceOfSatisfying(ForkJoinPool.class,
				(standIn) -> assertThat(standIn.getParallelism()).isEqualTo(5));
		stealing.shutdown();
	}

	@Test
	void shouldHaveNoStandInWhenExecutorCouldNotWorkWithOne() {
		assertThat(ContextExecutors.proxy(new PoolWithFinalMethod(), PoolWithFinalMethod.class)).isNull();
		assertThat(ContextExecutors.proxy(new FinalExecutor(), FinalExecutor.class)).isNull();
		assertThat(ContextExecutors.proxy(new FinalExecutor(), Executor.class)).isNotNull();
		ThreadPoolExecutor sorting = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>());
		assertThat(ContextExecutors.proxy(sorting, Executor.class)).isNull();
	}

	@Test
	void shouldCarryIdOnlyIntoTasksThatRunOnce() throws Exception {
		ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
		ScheduledExecutorService standIn = (ScheduledExecutorService) ContextExecutors.proxy(pool,
				ScheduledThreadPoolExecutor.class);
		assertThat(standIn).isNotNull();
		ConcurrentLinkedQueue<String> ids = new ConcurrentLinkedQueue<>();
		CountDownLatch twice = new CountDownLatch(2);
		try (CorrelationScope scope = CorrelationScope.open("job-1")) {
			assertThat(standIn.schedule(CURRENT_ID, 1, TimeUnit.MILLISECONDS).get()).isEqualTo("job-1");
			standIn.scheduleAtFixedRate(() -> {
				ids.add(CurrentId.get());
				twice.countDown();
			}, 0, 1, TimeUnit.MILLISECONDS);
		}
		assertThat(twice.await(30, TimeUnit.SECONDS)).isTrue();
		standIn.shutdownNow();
		assertThat(ids).containsOnly("none");
	}

	static class UsersPool extends ThreadPoolExecutor {

		private final String name = "users";

		UsersPool() {
			super(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
		}

		String name() {
			return this.name;
		}

	}

	static class PoolWithFinalMethod extends ThreadPoolExecutor {

		PoolWithFinalMethod() {
			super(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
		}

		@Override
		public final void execute(Runnable task) {
			super.execute(task);
		}

	}

	static final class FinalExecutor implements Executor {

		@Override
		public void execute(Runnable task) {
			task.run();
		}

	}

}
