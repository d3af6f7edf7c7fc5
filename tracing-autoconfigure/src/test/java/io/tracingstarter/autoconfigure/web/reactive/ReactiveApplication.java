package io.tracingstarter.autoconfigure.web.reactive;

import java.time.Duration;

import io.tracingstarter.correlation.CorrelationId;
import io.tracingstarter.testing.SpanRecorder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * A WebFlux application that knows nothing of tracing but how to ask for the id.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@RestController
class ReactiveApplication {

	private static final Logger logger = LoggerFactory.getLogger(ReactiveApplication.class);

	@Bean
	SpanRecorder spanRecorder() {
		return new SpanRecorder();
	}

	@GetMapping("/hello")
	Mono<String> hello() {
		logger.info("in the handler");
		return Mono.delay(Duration.ofMillis(1))
			.doOnNext((tick) -> logger.info("after a delay"))
			.publishOn(Schedulers.boundedElastic())
			.map((tick) -> {
				logger.info("on another thread");
				return CorrelationId.current().map(CorrelationId::value).orElse("none");
			});
	}

	@GetMapping("/stream")
	Flux<String> stream() {
		return Flux.just("a", "b").delayElements(Duration.ofMillis(1));
	}

	@GetMapping("/broken")
	Mono<String> broken() {
		return Mono.error(new ResponseStatusException(HttpStatus.BAD_GATEWAY));
	}

	@GetMapping("/unhandled")
	Mono<String> unhandled() {
		return Mono.delay(Duration.ofMillis(1)).then(Mono.error(new IllegalStateException("boom")));
	}

}
