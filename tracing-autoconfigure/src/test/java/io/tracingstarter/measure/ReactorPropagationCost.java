package io.tracingstarter.measure;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

import com.sun.management.OperatingSystemMXBean;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Measures what {@code spring.reactor.context-propagation=auto} costs a WebFlux request
 * with ten operators, against {@code limited}. Everything of WebFlux and the starter
 * runs, the network does not. Rounds of both take turns in one JVM, so that what else
 * happens on the machine hits both.
 */
public final class ReactorPropagationCost {

	private static final int ROUNDS = 31;

	private static final int REQUESTS = 10_000;

	private static final int WARM_UP_ROUNDS = 6;

	private static final int CONCURRENT = 32;

	private static final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory
		.getOperatingSystemMXBean();

	private ReactorPropagationCost() {
	}

	public static void main(String[] args) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.REACTIVE)
			.run("--server.port=0", "--logging.level.root=warn")) {
			HttpHandler handler = context.getBean(HttpHandler.class);
			for (int i = 0; i < WARM_UP_ROUNDS; i++) {
				auto(handler);
				limited(handler);
			}
			double[] auto = new double[ROUNDS];
			double[] limited = new double[ROUNDS];
			double[] ratio = new double[ROUNDS];
			for (int i = 0; i < ROUNDS; i++) {
				// whoever comes first in a pair pays for the other's garbage
				if (i % 2 == 0) {
					auto[i] = auto(handler);
					limited[i] = limited(handler);
				}
				else {
					limited[i] = limited(handler);
					auto[i] = auto(handler);
				}
				ratio[i] = auto[i] / limited[i];
			}
			print("auto, ns of CPU a request", auto);
			print("limited, ns of CPU a request", limited);
			print("ratio", ratio);
		}
	}

	private static double auto(HttpHandler handler) {
		Hooks.enableAutomaticContextPropagation();
		return round(handler);
	}

	private static double limited(HttpHandler handler) {
		Hooks.disableAutomaticContextPropagation();
		return round(handler);
	}

	private static double round(HttpHandler handler) {
		long before = system.getProcessCpuTime();
		Flux.range(0, REQUESTS)
			.flatMap(
					(number) -> handler.handle(MockServerHttpRequest.get("/ten").build(), new MockServerHttpResponse()),
					CONCURRENT)
			.blockLast();
		return (double) (system.getProcessCpuTime() - before) / REQUESTS;
	}

	private static void print(String what, double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		System.out.printf(Locale.ROOT, "%s: median %.2f [%.2f %.2f]%n", what, sorted[ROUNDS / 2], sorted[ROUNDS / 4],
				sorted[ROUNDS * 3 / 4]);
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@RestController
	static class Application {

		@GetMapping("/ten")
		Mono<String> ten() {
			return Mono.just("a")
				.map((text) -> text + "b")
				.flatMap((text) -> Mono.just(text + "c"))
				.filter((text) -> !text.isEmpty())
				.publishOn(Schedulers.parallel())
				.map((text) -> text + "d")
				.flatMap((text) -> Mono.just(text + "e"))
				.map((text) -> text + "f")
				.publishOn(Schedulers.parallel())
				.map((text) -> text + "g")
				.defaultIfEmpty("none");
		}

	}

}
