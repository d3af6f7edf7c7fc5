package io.tracingstarter.fuzz;

import java.util.Map;
import java.util.TreeMap;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers with the headers that it would send onward. For servlet servers and WebFlux.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@RestController
class FuzzApplication {

	private static final Logger logger = LoggerFactory.getLogger(FuzzApplication.class);

	private final ContextPropagators propagators;

	FuzzApplication(ContextPropagators propagators) {
		this.propagators = propagators;
	}

	@GetMapping("/onward")
	Map<String, String> onward() {
		logger.info("asked");
		Map<String, String> headers = new TreeMap<>();
		this.propagators.getTextMapPropagator().inject(Context.current(), headers, Map::put);
		return headers;
	}

}
