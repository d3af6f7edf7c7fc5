package io.tracingstarter.autoconfigure.instrument.annotations;

import java.util.concurrent.CompletableFuture;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.annotation.Observed;
import io.micrometer.tracing.annotation.NewSpan;
import io.micrometer.tracing.annotation.SpanTag;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.tracingstarter.testing.SpanRecorder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Makes spans in every way there is, and configures none of them.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
class HandMadeSpansApplication {

	@Bean
	SpanRecorder spanRecorder() {
		return new SpanRecorder();
	}

	@Bean
	Shop shop() {
		return new Shop();
	}

	static class Shop {

		private static final Logger logger = LoggerFactory.getLogger(Shop.class);

		@Observed(name = "shop.observed", contextualName = "observed")
		String observed() {
			return log();
		}

		@NewSpan("new-span")
		public String newSpan(@SpanTag("shop.item") String item) {
			return log();
		}

		@WithSpan("with-span")
		String withSpan(@SpanAttribute("shop.item") String item, @SpanAttribute("shop.count") int count) {
			return log();
		}

		@WithSpan
		String unnamed() {
			return log();
		}

		@WithSpan("failed")
		String failed() {
			log();
			throw new IllegalStateException("sold out");
		}

		@WithSpan("later")
		CompletableFuture<String> later(CompletableFuture<String> result) {
			log();
			return result;
		}

		@WithSpan(value = "apart", inheritContext = false)
		String apart() {
			return log();
		}

		@WithSpan("outer")
		String outer(ObservationRegistry observations) {
			return Observation.createNotStarted("inner", observations).observe(Shop::log);
		}

		static String log() {
			logger.info("in the span");
			return "done";
		}

	}

	@RestController
	static class Controller {

		private final Shop shop;

		private final ObservationRegistry observations;

		private final io.micrometer.tracing.Tracer micrometer;

		private final Tracer openTelemetry;

		Controller(Shop shop, ObservationRegistry observations, io.micrometer.tracing.Tracer micrometer,
				Tracer openTelemetry) {
			this.shop = shop;
			this.observations = observations;
			this.micrometer = micrometer;
			this.openTelemetry = openTelemetry;
		}

		@GetMapping("/observed")
		String observed() {
			return this.shop.observed();
		}

		@GetMapping("/new-span")
		String newSpan() {
			return this.shop.newSpan("mug");
		}

		@GetMapping("/with-span")
		String withSpan() {
			return this.shop.withSpan("mug", 3);
		}

		@GetMapping("/unnamed")
		String unnamed() {
			return this.shop.unnamed();
		}

		@GetMapping("/registry")
		String registry() {
			return Observation.createNotStarted("registry", this.observations).observe(Shop::log);
		}

		@GetMapping("/micrometer")
		String micrometer() {
			io.micrometer.tracing.Span span = this.micrometer.nextSpan().name("micrometer").start();
			try (io.micrometer.tracing.Tracer.SpanInScope scope = this.micrometer.withSpan(span)) {
				return Shop.log();
			}
			finally {
				span.end();
			}
		}

		@GetMapping("/opentelemetry")
		String openTelemetry() {
			Span span = this.openTelemetry.spanBuilder("opentelemetry").startSpan();
			try (Scope scope = span.makeCurrent()) {
				return Shop.log();
			}
			finally {
				span.end();
			}
		}

		@GetMapping("/failed")
		String failed() {
			try {
				return this.shop.failed();
			}
			catch (IllegalStateException ex) {
				return ex.getMessage();
			}
		}

		@GetMapping("/later")
		String later() {
			CompletableFuture<String> result = new CompletableFuture<>();
			this.shop.later(result);
			result.completeExceptionally(new IllegalStateException("too late"));
			return "done";
		}

		@GetMapping("/apart")
		String apart() {
			return this.shop.apart();
		}

		@GetMapping("/outer")
		String outer() {
			return this.shop.outer(this.observations);
		}

	}

}
