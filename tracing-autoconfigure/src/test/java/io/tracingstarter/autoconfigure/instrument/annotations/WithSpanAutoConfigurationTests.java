package io.tracingstarter.autoconfigure.instrument.annotations;

import java.util.concurrent.CompletableFuture;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.aspectj.weaver.Advice;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WithSpanAutoConfiguration}.
 */
class WithSpanAutoConfigurationTests {

	private final InMemorySpanExporter exporter = InMemorySpanExporter.create();

	private final ApplicationContextRunner withoutTracer = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AopAutoConfiguration.class, WithSpanAutoConfiguration.class))
		.withBean(Shop.class);

	private final ApplicationContextRunner runner = this.withoutTracer.withBean(Tracer.class,
			() -> SdkTracerProvider.builder()
				.addSpanProcessor(SimpleSpanProcessor.create(this.exporter))
				.build()
				.get("test"));

	@Test
	void shouldMakeSpanWithoutAspectJ() {
		this.runner.withClassLoader(new FilteredClassLoader(Advice.class)).run(this::callAnnotated);
		assertThat(this.exporter.getFinishedSpanItems()).extracting(SpanData::getName).containsExactly("with-span");
	}

	@Test
	void shouldRunMethodWhenThereIsNoTracer() {
		this.withoutTracer.run(this::callAnnotated);
	}

	@Test
	void shouldMakeNoSpanWhenSwitchedOffOrAnnotationIsAbsent() {
		this.runner.withPropertyValues("tracing.instrument.annotations.enabled=false").run(this::callAnnotated);
		this.runner.withPropertyValues("tracing.enabled=false").run(this::callAnnotated);
		this.runner.withClassLoader(new FilteredClassLoader(WithSpan.class)).run(this::callAnnotated);
		assertThat(this.exporter.getFinishedSpanItems()).isEmpty();
	}

	@Test
	void shouldRunMethodWhenAnAttributeHasNoText() {
		this.runner.run((context) -> assertThat(context.getBean(Shop.class).describe(new Lazy())).isEqualTo("done"));
		assertThat(this.exporter.getFinishedSpanItems()).extracting(SpanData::getName).containsExactly("Shop.describe");
	}

	@Test
	void shouldReturnTheFutureOfTheMethodAndEndWithIt() {
		this.runner.run((context) -> {
			Order order = context.getBean(Shop.class).order();
			assertThat(this.exporter.getFinishedSpanItems()).isEmpty();
			order.cancel(true);
			assertThat(order).isSameAs(context.getBean(Shop.class).placed()).isCancelled();
			assertThat(this.exporter.getFinishedSpanItems()).extracting(SpanData::getName)
				.containsExactly("Shop.order");
		});
	}

	private void callAnnotated(ApplicationContext context) {
		assertThat(context.getBean(Shop.class).sell()).isEqualTo("done");
	}

	/** Public, because the filtered class loader has packages of its own. */
	public static class Shop {

		private final Order placed = new Order();

		@WithSpan("with-span")
		public String sell() {
			return "done";
		}

		@WithSpan
		public String describe(@SpanAttribute("item") Object item) {
			return "done";
		}

		@WithSpan
		public Order order() {
			return this.placed;
		}

		public Order placed() {
			return this.placed;
		}

	}

	public static class Lazy {

		@Override
		public String toString() {
			throw new IllegalStateException("no session");
		}

	}

	public static class Order extends CompletableFuture<String> {

	}

}
