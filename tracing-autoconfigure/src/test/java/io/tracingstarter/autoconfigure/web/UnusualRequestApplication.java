package io.tracingstarter.autoconfigure.web;

import java.io.IOException;

import io.tracingstarter.testing.SpanRecorder;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Does to its requests what few applications do.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@RestController
class UnusualRequestApplication {

	private static final Logger logger = LoggerFactory.getLogger(UnusualRequestApplication.class);

	@Bean
	static SpanRecorder spanRecorder() {
		return new SpanRecorder();
	}

	/**
	 * The second as a gateway does, which passes on what another service has answered.
	 */
	@Bean
	static RouterFunction<ServerResponse> routes() {
		return RouterFunctions.route()
			.GET("/functional/{id}", (request) -> ServerResponse.ok().body(request.pathVariable("id")))
			.GET("/passed-on",
					(request) -> ServerResponse.ok()
						.header("x-correlation-id", "theirs")
						.header("X-Trace-ID", "theirs")
						.body("passed on"))
			.build();
	}

	@GetMapping("/target/{id}")
	String target() {
		logger.info("target");
		return "target";
	}

	@GetMapping("/forward")
	void forward(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
		request.getRequestDispatcher("/api/target/1").forward(request, response);
	}

	@GetMapping("/include")
	void include(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
		request.getRequestDispatcher("/api/target/1").include(request, response);
		logger.info("included");
	}

	@GetMapping("/committed")
	void committed(HttpServletResponse response) throws IOException {
		response.getWriter().write("half");
		response.flushBuffer();
		throw new IllegalStateException("too late");
	}

	@GetMapping("/send-error")
	void sendError(HttpServletResponse response) throws IOException {
		response.sendError(418);
	}

}
