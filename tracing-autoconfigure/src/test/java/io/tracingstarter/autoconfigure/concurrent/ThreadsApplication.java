package io.tracingstarter.autoconfigure.concurrent;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.micrometer.observation.ObservationRegistry;
import io.tracingstarter.concurrent.ContextTasks;
import io.tracingstarter.correlation.CorrelationScope;
import io.tracingstarter.testing.SpanRecorder;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.WebAsyncTask;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * Hands its work to every kind of thread, and knows nothing of tracing but the wrapper.
 * Each pool has one thread: what one request left behind would show in the next.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableAsync
class ThreadsApplication {

	static final boolean VIRTUAL_THREADS = Runtime.version().feature() >= 21;

	@Bean
	SpanRecorder spanRecorder() {
		return new SpanRecorder();
	}

	@Bean
	Work work(ObservationRegistry observations) {
		return new Work(observations);
	}

	@Bean
	ExecutorService hiddenPool() {
		return Executors.newSingleThreadExecutor();
	}

	@Bean
	Executor lambda() {
		return (task) -> new Thread(task).start();
	}

	@Bean
	ThreadPoolExecutor jdkPool() {
		return (ThreadPoolExecutor) Executors.newFixedThreadPool(1);
	}

	@Bean
	ForkJoinPool stealingPool() {
		return new ForkJoinPool(1);
	}

	@Bean
	ScheduledExecutorService hiddenScheduler() {
		return Executors.newSingleThreadScheduledExecutor();
	}

	@Bean
	ScheduledThreadPoolExecutor jdkScheduler() {
		return new ScheduledThreadPoolExecutor(1);
	}

	@Bean
	ThreadPoolTaskExecutor springPool() {
		ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
		executor.setCorePoolSize(1);
		return executor;
	}

	@Bean
	ThreadPoolTaskScheduler springScheduler() {
		return new ThreadPoolTaskScheduler();
	}

	@Bean
	SimpleAsyncTaskExecutor simpleExecutor() {
		SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor();
		executor.setVirtualThreads(VIRTUAL_THREADS);
		return executor;
	}

	@Bean
	ExecutorService virtualExecutor() throws ReflectiveOperationException {
		return VIRTUAL_THREADS
				? (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null)
				: Executors.newSingleThreadExecutor();
	}

	@RestController
	static class Controller {

		private final Work work;

		private final Map<String, Executor> executors;

		Controller(Work work, Map<String, Executor> executors) {
			this.work = work;
			this.executors = executors;
		}

		@GetMapping("/async-void")
		String asyncVoid() {
			this.work.runLater();
			return "done";
		}

		@GetMapping("/async-future")
		CompletableFuture<String> asyncFuture() {
			return this.work.runInFuture();
		}

		@GetMapping("/callable")
		Callable<String> callable() {
			return this.work::run;
		}

		@GetMapping("/web-async-task")
		WebAsyncTask<String> webAsyncTask() {
			return new WebAsyncTask<>(this.work::run);
		}

		@GetMapping("/streaming")
		StreamingResponseBody streaming() {
			return (out) -> this.work.run();
		}

		@GetMapping("/executor/{name}")
		DeferredResult<String> executor(@PathVariable String name) {
			DeferredResult<String> result = new DeferredResult<>();
			this.executors.get(name).execute(() -> result.setResult(this.work.run()));
			return result;
		}

		@GetMapping("/executor-service/{name}")
		String executorService(@PathVariable String name) throws ExecutionException, InterruptedException {
			return ((ExecutorService) this.executors.get(name)).submit(this.work::run).get();
		}

		@GetMapping("/scheduler/{name}")
		String scheduler(@PathVariable String name) throws ExecutionException, InterruptedException {
			return ((ScheduledExecutorService) this.executors.get(name))
				.schedule(this.work::run, 1, TimeUnit.MILLISECONDS)
				.get();
		}

		@GetMapping("/supply-async-on-bean")
		CompletableFuture<String> supplyAsyncOnBean() {
			return CompletableFuture.supplyAsync(this.work::run, this.executors.get("stealingPool"));
		}

		@GetMapping("/common-pool")
		CompletableFuture<String> commonPool() {
			return CompletableFuture.supplyAsync(ContextTasks.wrapSupplier(this.work::run));
		}

		@GetMapping("/common-pool-executor")
		CompletableFuture<String> commonPoolExecutor() {
			return CompletableFuture.supplyAsync(this.work::run, ContextTasks.wrap(ForkJoinPool.commonPool()));
		}

		@GetMapping("/parallel-stream")
		String parallelStream() {
			Thread caller = Thread.currentThread();
			CyclicBarrier together = new CyclicBarrier(2);
			List.of(1, 2).parallelStream().forEach(ContextTasks.wrapConsumer((number) -> {
				await(together);
				if (Thread.currentThread() != caller) {
					this.work.run();
				}
			}));
			return "done";
		}

		@GetMapping("/thread")
		DeferredResult<String> thread() {
			DeferredResult<String> result = new DeferredResult<>();
			new Thread(ContextTasks.wrap(() -> {
				result.setResult(this.work.run());
			})).start();
			return result;
		}

		@GetMapping("/virtual-thread")
		DeferredResult<String> virtualThread() throws ReflectiveOperationException {
			DeferredResult<String> result = new DeferredResult<>();
			Runnable task = () -> result.setResult(this.work.run());
			Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, ContextTasks.wrap(task));
			return result;
		}

		@GetMapping("/scope")
		CompletableFuture<String> scope() {
			try (CorrelationScope scope = CorrelationScope.open("inner-scope")) {
				return this.work.runInFuture();
			}
		}

		private static void await(CyclicBarrier barrier) {
			try {
				barrier.await(30, TimeUnit.SECONDS);
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
