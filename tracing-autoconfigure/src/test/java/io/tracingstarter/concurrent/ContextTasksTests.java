package io.tracingstarter.concurrent;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import io.tracingstarter.correlation.CorrelationScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link ContextTasks}.
 */
class ContextTasksTests {

	private static final ContextKey<String> KEY = ContextKey.named("test");

	private final ExecutorService other = Executors.newSingleThreadExecutor();

	@AfterEach
	void stop() {
		this.other.shutdownNow();
	}

	@Test
	void shouldCarryIdAndMdcWhateverIsWrapped() throws Exception {
		Supplier<String> supplier;
		Function<String, String> function;
		Consumer<String> consumer;
		Callable<String> callable;
		AtomicReference<String> consumed = new AtomicReference<>();
		try (CorrelationScope scope = CorrelationScope.open("job-1")) {
			callable = ContextTasks.wrap(() -> CurrentId.get() + MDC.get("correlationId"));
			supplier = ContextTasks.wrapSupplier(CurrentId::get);
			function = ContextTasks.wrapFunction((value) -> value + CurrentId.get());
			consumer = ContextTasks.wrapConsumer((value) -> consumed.set(value + CurrentId.get()));
		}
		assertThat(this.other.submit(callable).get()).isEqualTo("job-1job-1");
		assertThat(this.other.submit(supplier::get).get()).isEqualTo("job-1");
		assertThat(this.other.submit(() -> function.apply("f-")).get()).isEqualTo("f-job-1");
		this.other.submit(() -> consumer.accept("c-")).get();
		assertThat(consumed).hasValue("c-job-1");
		assertThat(this.other.submit(() -> CurrentId.get() + MDC.get("correlationId")).get()).isEqualTo("nonenull");
	}

	@Test
	void shouldCarryWholeOpenTelemetryContext() throws Exception {
		Callable<String> task;
		try (Scope scope = Context.current().with(KEY, "carried").makeCurrent()) {
			task = ContextTasks.wrap(() -> String.valueOf(Context.current().get(KEY)));
		}
		assertThat(this.other.submit(task).get()).isEqualTo("carried");
		assertThat(this.other.submit(() -> Context.current() == Context.root()).get()).isTrue();
	}

	@Test
	void shouldBringBackWhatThreadHadBefore() {
		Runnable task;
		try (CorrelationScope scope = CorrelationScope.open("inner")) {
			task = ContextTasks.wrap((Runnable) () -> {
				throw new IllegalStateException("of the task");
			});
		}
		try (CorrelationScope scope = CorrelationScope.open("outer")) {
			Context before = Context.current();
			assertThatIllegalStateException().isThrownBy(task::run).withMessage("of the task");
			assertThat(Context.current()).isSameAs(before);
			assertThat(MDC.get("correlationId")).isEqualTo("outer");
		}
		assertThat(Context.current()).isSameAs(Context.root());
		assertThat(MDC.get("correlationId")).isNull();
	}

	@Test
	void shouldThrowCheckedExceptionUnchanged() {
		try (CorrelationScope scope = CorrelationScope.open("job-1")) {
			Callable<String> task = ContextTasks.wrap((Callable<String>) () -> {
				throw new InterruptedException("stop");
			});
			assertThatExceptionOfType(InterruptedException.class).isThrownBy(task::call).withMessage("stop");
		}
	}

	@Test
	void shouldLeaveTaskAsItIsWhenThereIsNothingToCarryOrItIsWrapped() {
		Runnable task = () -> {
		};
		assertThat(ContextTasks.wrap(task)).isSameAs(task);
		try (CorrelationScope scope = CorrelationScope.open("job-1")) {
			Runnable wrapped = ContextTasks.wrap(task);
			assertThat(wrapped).isNotSameAs(task);
			assertThat(ContextTasks.wrap(wrapped)).isSameAs(wrapped);
		}
	}

	@Test
	void shouldWrapExecutorServiceAndShutThatDown() throws Exception {
		ExecutorService wrapped = ContextTasks.wrap(this.other);
		try (CorrelationScope scope = CorrelationScope.open("job-1")) {
			assertThat(wrapped.submit(CurrentId::get).get()).isEqualTo("job-1");
		}
		wrapped.shutdown();
		assertThat(this.other.isShutdown()).isTrue();
	}

}
