package io.tracingstarter.autoconfigure.web.servlet;

import java.io.IOException;
import java.util.concurrent.Callable;

import io.tracingstarter.correlation.CorrelationId;
import io.tracingstarter.testing.SpanRecorder;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * A servlet application that knows nothing of tracing but how to ask for the id.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@RestController
class ServletApplication {

	private static final Logger logger = LoggerFactory.getLogger(ServletApplication.class);

	@Bean
	SpanRecorder spanRecorder() {
		return new SpanRecorder();
	}

	@GetMapping("/hello")
	String hello() {
		logger.info("hello");
		return currentId();
	}

	@GetMapping("/early")
	void early(HttpServletResponse response) throws IOException {
		response.flushBuffer();
		response.getWriter().write(currentId());
	}

	@GetMapping("/reset")
	void reset(HttpServletResponse response) throws IOException {
		response.reset();
		response.getWriter().write("reset");
	}

	@GetMapping("/stream")
	StreamingResponseBody stream() {
		return (out) -> out.write("streamed".getBytes());
	}

	@GetMapping("/async")
	Callable<String> async() {
		return () -> "async";
	}

	@GetMapping("/broken")
	String broken() {
		throw new ResponseStatusException(HttpStatus.BAD_GATEWAY);
	}

	@GetMapping("/unhandled")
	String unhandled() {
		throw new IllegalStateException("boom");
	}

	private static String currentId() {
		return CorrelationId.current().map(CorrelationId::value).orElse("none");
	}

}
