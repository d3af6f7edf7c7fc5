package io.tracingstarter.autoconfigure.sampling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import io.tracingstarter.sampling.KeepTrace;
import io.tracingstarter.testing.LoggingSystemExtension;
import io.tracingstarter.testing.RunningApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two services, one calling the other, at a sampling of one percent: no request that
 * fails or is slow may be missing in the backend, nor any part of it. 10,000 requests, or
 * as many thousands as the system property {@code tracing.test.requests} says.
 */
@ExtendWith(LoggingSystemExtension.class)
class KeptTracesIntegrationTests {

	private static final int REQUESTS = Math.max(1, Integer.getInteger("tracing.test.requests", 10_000) / 1000) * 1000;

	private static final int THREADS = 64;

	private static final String SECRET = "correct horse battery staple";

	private static final SpanCollector backend = new SpanCollector();

	private static RunningApplication back;

	private static RunningApplication front;

	@BeforeAll
	static void start() {
		back = start("back", "http://127.0.0.1:1");
		front = start("front", back.url(""));
	}

	private static RunningApplication start(String name, String next) {
		return RunningApplication.servlet(Application.class, "spring.application.name=" + name, "test.next=" + next,
				"tracing.sampling.probability=0.01", "tracing.sampling.keep-slower-than=2s",
				"tracing.sampling.rules[0].path=/always/**", "tracing.sampling.rules[0].probability=1",
				"tracing.sampling.debug.secret=" + SECRET, "tracing.exporters.zipkin.enabled=true",
				"tracing.exporters.zipkin.endpoint=" + backend.url(), "tracing.exporters.zipkin.schedule-delay=100ms",
				"tracing.exporters.zipkin.max-queue-size=50000", "logging.level.root=error",
				"server.tomcat.threads.max=100");
	}

	@AfterAll
	static void stop() {
		front.close();
		back.close();
		backend.close();
	}

	@Test
	void shouldDeliverEveryFailedAndEverySlowRequestWhole() throws Exception {
		int failing = REQUESTS / 200;
		int slow = REQUESTS / 1000 * 3;
		Map<String, String> kept = send();
		assertThat(kept).hasSize(failing + slow);
		await().atMost(1, TimeUnit.MINUTES).untilAsserted(() -> {
			List<String> missing = kept.keySet().stream().filter((trace) -> backend.spansOf(trace).size() < 3).toList();
			assertThat(missing).as("traces without all of their three spans").isEmpty();
		});
		kept.forEach((trace, path) -> {
			assertThat(backend.spansOf(trace)).as(path).hasSize(3);
			List<String> reasons = backend.tags(trace, "sampling.kept");
			if (!reasons.isEmpty()) {
				assertThat(reasons).as(path).hasSize(2).contains(path.equals("/fail") ? "error" : "slow");
			}
		});
		// what has no reason was chosen by the probability
		long chosen = backend.traces()
			.stream()
			.filter((trace) -> backend.tags(trace, "sampling.kept").isEmpty())
			.count();
		// five standard deviations around one percent
		double noise = 5 * Math.sqrt(REQUESTS * 0.01 * 0.99);
		assertThat((double) chosen).isBetween(REQUESTS * 0.01 - noise, REQUESTS * 0.01 + noise);
	}

	/** Returns the traces that must be kept, with what was asked. */
	private static Map<String, String> send() throws Exception {
		AtomicInteger next = new AtomicInteger();
		List<Callable<Map<String, String>>> clients = Stream.generate(() -> (Callable<Map<String, String>>) () -> {
			Map<String, String> kept = new HashMap<>();
			for (int i = next.getAndIncrement(); i < REQUESTS; i = next.getAndIncrement()) {
				// of a thousand five fail and three are slow
				boolean fails = i % 200 == 0;
				boolean isSlow = i % 1000 == 101 || i % 1000 == 401 || i % 1000 == 701;
				String path = fails ? "/fail" : isSlow ? "/slow" : "/fine";
				String trace = front.get(path).headers().firstValue("X-Trace-ID").orElseThrow();
				if (fails || isSlow) {
					kept.put(trace, path);
				}
			}
			return kept;
		}).limit(THREADS).toList();
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try {
			Map<String, String> kept = new HashMap<>();
			for (Future<Map<String, String>> client : threads.invokeAll(clients)) {
				kept.putAll(client.get());
			}
			return kept;
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void shouldKeepRequestInEveryServiceWhenItHasTheSecret() {
		String trace = traceOf("/fine", "X-Trace-Debug", SECRET);
		await().untilAsserted(() -> assertThat(backend.spansOf(trace)).hasSize(3));
		assertThat(backend.tags(trace, "sampling.reason")).containsExactly("debug header");
	}

	@Test
	void shouldKeepNothingMoreWhenTheSecretIsWrong() {
		List<String> traces = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			traces.add(traceOf("/fine", "X-Trace-Debug", SECRET + "s", "traceparent",
					"00-0af7651916cd43dd8448eb211c8031" + i + "a-b7ad6b7169203331-00"));
		}
		String last = traceOf("/fine", "X-Trace-Debug", SECRET);
		await().untilAsserted(() -> assertThat(backend.spansOf(last)).hasSize(3));
		assertThat(traces).allSatisfy((trace) -> assertThat(backend.spansOf(trace)).isEmpty());
	}

	@Test
	void shouldKeepRequestWhenItsRouteHasARule() {
		String trace = traceOf("/always/fine");
		await().untilAsserted(() -> assertThat(backend.spansOf(trace)).hasSize(3));
	}

	@Test
	void shouldKeepThePartOfTheServiceThatAsks() {
		String trace = traceOf("/asks", "traceparent", "00-0af7651916cd43dd8448eb211c80319f-b7ad6b7169203331-00");
		await().untilAsserted(() -> assertThat(backend.spansOf(trace)).isNotEmpty());
		assertThat(backend.tags(trace, "sampling.kept")).containsOnly("requested");
	}

	private static String traceOf(String path, String... headers) {
		return front.get(path, headers).headers().firstValue("X-Trace-ID").orElseThrow();
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Endpoints.class)
	static class Application {

	}

	@RestController
	static class Endpoints {

		private final RestClient client;

		private final String name;

		Endpoints(RestClient.Builder builder, @Value("${test.next}") String next,
				@Value("${spring.application.name}") String name) {
			this.client = builder.baseUrl(next).build();
			this.name = name;
		}

		@GetMapping({ "/{what}", "/always/{what}" })
		String handle(@PathVariable String what) {
			if (this.name.equals("front")) {
				return this.client.get().uri("/" + what).retrieve().body(String.class);
			}
			switch (what) {
				case "fail" -> throw new ResponseStatusException(HttpStatus.INTERNAL_SERVER_ERROR);
				case "slow" -> LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2100));
				case "asks" -> assertThat(KeepTrace.now("watched")).isTrue();
				default -> {
				}
			}
			return what;
		}

	}

}
