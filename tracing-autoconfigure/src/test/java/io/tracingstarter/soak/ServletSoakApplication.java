package io.tracingstarter.soak;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * Serves and fails requests in every way that Spring MVC knows.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(SoakConfiguration.class)
@RestController
class ServletSoakApplication {

	private final SoakWork work;

	private final ExecutorService pool;

	private final Scheduler scheduler;

	private final RestClient client;

	ServletSoakApplication(SoakWork work, @Qualifier("ownPool") ExecutorService pool, Scheduler scheduler,
			RestClient.Builder client) {
		this.work = work;
		this.pool = pool;
		this.scheduler = scheduler;
		this.client = client.build();
	}

	@GetMapping("/plain")
	String plain(@RequestParam long n) {
		return this.work.run(n);
	}

	@GetMapping("/callable")
	Callable<String> callable(@RequestParam long n) {
		return () -> this.work.run(n);
	}

	@GetMapping("/async")
	CompletableFuture<String> async(@RequestParam long n) {
		return this.work.runLater(n);
	}

	@GetMapping("/deferred")
	DeferredResult<String> deferred(@RequestParam long n) {
		DeferredResult<String> result = new DeferredResult<>();
		this.pool.execute(() -> result.setResult(this.work.run(n)));
		return result;
	}

	@GetMapping("/reactive")
	Mono<String> reactive(@RequestParam long n) {
		return Mono.delay(Duration.ofMillis(1)).publishOn(this.scheduler).map((tick) -> this.work.run(n));
	}

	@GetMapping("/streaming")
	StreamingResponseBody streaming(@RequestParam long n) {
		return (out) -> {
			byte[] body = this.work.run(n).getBytes();
			out.write(body);
			out.flush();
		};
	}

	@GetMapping("/nested")
	String nested(@RequestParam long n, @RequestParam String url) {
		return this.client.get().uri(url + "plain?n={n}", n).retrieve().body(String.class);
	}

	@GetMapping("/fail")
	String fail(@RequestParam long n) {
		return this.work.fail(n);
	}

	@GetMapping("/fail-later")
	Callable<String> failLater(@RequestParam long n) {
		return () -> this.work.fail(n);
	}

	@GetMapping("/fail-deferred")
	DeferredResult<String> failDeferred(@RequestParam long n) {
		DeferredResult<String> result = new DeferredResult<>();
		this.pool.execute(() -> result.setErrorResult(new ResponseStatusException(HttpStatus.BAD_GATEWAY)));
		return result;
	}

	@GetMapping("/timeout")
	DeferredResult<String> timeout() {
		return new DeferredResult<>(30L);
	}

	@GetMapping("/endless")
	StreamingResponseBody endless(@RequestParam long n) {
		return (out) -> writeForEver(out, n);
	}

	/** The same, on the thread of the server. */
	@GetMapping("/endless-here")
	void endlessHere(@RequestParam long n, OutputStream out) throws IOException {
		writeForEver(out, n);
	}

	private void writeForEver(OutputStream out, long number) throws IOException {
		this.work.run(number);
		byte[] block = new byte[100_000];
		while (true) {
			out.write(block);
			out.flush();
		}
	}

}
