package io.tracingstarter.autoconfigure.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

import io.tracingstarter.testing.SpanRecorder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/**
 * Fails in each way a request can fail, on both stacks.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@RestController
class FailureApplication {

	private static final Logger logger = LoggerFactory.getLogger(FailureApplication.class);

	@Bean
	SpanRecorder spanRecorder() {
		return new SpanRecorder();
	}

	@GetMapping("/hello")
	String hello() {
		logger.info("hello");
		return String.valueOf(MDC.get("correlationId"));
	}

	@GetMapping("/unhandled")
	String unhandled() {
		throw new IllegalStateException("boom");
	}

	@GetMapping("/handled/{id}")
	String handled() {
		throw new HandledException();
	}

	@GetMapping("/bad-gateway")
	String badGateway() {
		throw new ResponseStatusException(HttpStatus.BAD_GATEWAY);
	}

	@GetMapping("/refused")
	String refused() {
		throw new ResponseStatusException(HttpStatus.CONFLICT);
	}

	@PostMapping("/order")
	String order(@RequestBody Order order) {
		return order.item();
	}

	@PostMapping("/upload")
	String upload(@RequestParam("file") MultipartFile file) {
		return file.getName();
	}

	@GetMapping("/slow")
	Mono<String> slow() {
		return Mono.never();
	}

	/** Asks somebody who does not answer in time. */
	@GetMapping("/late")
	String late() throws IOException {
		try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
				Socket socket = new Socket(silent.getInetAddress(), silent.getLocalPort())) {
			socket.setSoTimeout(20);
			return String.valueOf(socket.getInputStream().read());
		}
	}

	@GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	Flux<String> stream() {
		return Flux.just("first").concatWith(Mono.error(new IllegalStateException("broken stream")));
	}

	@GetMapping(path = "/endless", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	Flux<String> endless() {
		return Flux.interval(Duration.ofMillis(5)).onBackpressureDrop().map((tick) -> "x".repeat(1000));
	}

	@ExceptionHandler
	@ResponseStatus(HttpStatus.INTERNAL_SERVER_ERROR)
	ProblemDetail handle(HandledException ex) {
		return ProblemDetail.forStatus(HttpStatus.INTERNAL_SERVER_ERROR);
	}

	record Order(String item) {

	}

	static class HandledException extends RuntimeException {

	}

}
