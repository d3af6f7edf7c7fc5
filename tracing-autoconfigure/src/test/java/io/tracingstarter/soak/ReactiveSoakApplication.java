package io.tracingstarter.soak;

import java.time.Duration;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ResponseStatusException;

/**
 * Serves and fails requests in every way that WebFlux knows.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(SoakConfiguration.class)
@RestController
class ReactiveSoakApplication {

	private final SoakWork work;

	private final Scheduler scheduler;

	private final WebClient client;

	ReactiveSoakApplication(SoakWork work, Scheduler scheduler, WebClient.Builder client) {
		this.work = work;
		this.scheduler = scheduler;
		this.client = client.build();
	}

	@GetMapping("/plain")
	String plain(@RequestParam long n) {
		return this.work.run(n);
	}

	@GetMapping("/reactive")
	Mono<String> reactive(@RequestParam long n) {
		return Mono.delay(Duration.ofMillis(1)).publishOn(this.scheduler).map((tick) -> this.work.run(n));
	}

	@GetMapping("/async")
	Mono<String> async(@RequestParam long n) {
		return Mono.fromCallable(() -> this.work.run(n)).subscribeOn(this.scheduler);
	}

	@GetMapping("/future")
	Mono<String> future(@RequestParam long n) {
		return Mono.defer(() -> Mono.fromFuture(this.work.runLater(n)));
	}

	@GetMapping("/streaming")
	Flux<String> streaming(@RequestParam long n) {
		return Flux.defer(() -> Flux.fromArray(this.work.run(n).split("(?<=-)"))).delayElements(Duration.ofMillis(1));
	}

	@GetMapping("/nested")
	Mono<String> nested(@RequestParam long n, @RequestParam String url) {
		return this.client.get().uri(url + "plain?n={n}", n).retrieve().bodyToMono(String.class);
	}

	@GetMapping("/fail")
	Mono<String> fail(@RequestParam long n) {
		return this.work.fail(n);
	}

	@GetMapping("/fail-later")
	Mono<String> failLater(@RequestParam long n) {
		return Mono.delay(Duration.ofMillis(1)).publishOn(this.scheduler).map((tick) -> this.work.fail(n));
	}

	@GetMapping("/fail-deferred")
	Mono<String> failDeferred() {
		return Mono.delay(Duration.ofMillis(1)).then(Mono.error(new ResponseStatusException(HttpStatus.BAD_GATEWAY)));
	}

	@GetMapping("/timeout")
	Mono<String> timeout() {
		return Mono.<String>never()
			.timeout(Duration.ofMillis(1), Mono.error(new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE)));
	}

	@GetMapping("/endless")
	Flux<String> endless(@RequestParam long n) {
		return Flux.defer(() -> {
			this.work.run(n);
			return Flux.interval(Duration.ofMillis(1)).onBackpressureDrop().map((tick) -> "x".repeat(10_000));
		});
	}

}
