package io.tracingstarter.autoconfigure.propagation;

import io.tracingstarter.testing.SpanRecorder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Logs a line and calls a URL: with a RestClient on Tomcat, with a WebClient on Netty.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@RestController
class XRayApplication {

	private static final Logger logger = LoggerFactory.getLogger(XRayApplication.class);

	private final ObjectProvider<RestClient.Builder> blocking;

	private final ObjectProvider<WebClient.Builder> reactive;

	XRayApplication(ObjectProvider<RestClient.Builder> blocking, ObjectProvider<WebClient.Builder> reactive) {
		this.blocking = blocking;
		this.reactive = reactive;
	}

	@Bean
	static SpanRecorder spanRecorder() {
		return new SpanRecorder();
	}

	@GetMapping("/call")
	Mono<String> call(@RequestParam String url) {
		logger.info("calling");
		RestClient.Builder builder = this.blocking.getIfAvailable();
		return (builder != null) ? Mono.just(builder.build().get().uri(url).retrieve().body(String.class))
				: this.reactive.getObject().build().get().uri(url).retrieve().bodyToMono(String.class);
	}

}
