package io.tracingstarter.export.fault;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import io.tracingstarter.export.TestBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What the end of a service under load leaves behind, with a process and its signals.
 */
@Timeout(180)
class ShutdownIntegrationTests {

	/** 128 and the number of the signal. */
	private static final int TERMINATED = 143;

	private static String zipkin(int port) {
		return "tracing.exporters.zipkin.endpoint=http://127.0.0.1:" + port + "/api/v2/spans";
	}

	private static void awaitRequests(ServiceProcess service, int count) {
		await().atMost(60, TimeUnit.SECONDS).until(() -> service.answered().size() >= count);
	}

	@Test
	void shouldFinishRequestsAndDeliverEverySpanWhenTerminated() throws Exception {
		CountDownLatch terminating = new CountDownLatch(1);
		try (FaultBackend zipkin = new HttpFaultBackend(CorrelationIds::ofZipkin);
				FaultBackend otlp = new HttpFaultBackend(CorrelationIds::ofOtlp);
				TestBackend gate = new TestBackend();
				ServiceProcess service = new ServiceProcess("tracing.exporters.zipkin.enabled=true",
						zipkin(zipkin.port()), "tracing.exporters.otlp.enabled=true",
						"tracing.exporters.otlp.endpoint=http://127.0.0.1:" + otlp.port() + "/v1/traces")) {
			gate.answerWith((exchange, status) -> {
				awaitLatch(terminating);
				exchange.sendResponseHeaders(200, -1);
			});
			service.load();
			CompletableFuture<Boolean> inFlight = CompletableFuture
				.supplyAsync(() -> service.get("/hold?until=" + gate.url("/"), "in-flight"));
			gate.take();
			awaitRequests(service, 500);
			service.process().terminate();
			service.process().await(Pattern.compile("Commencing graceful shutdown"));
			terminating.countDown();
			assertThat(service.process().exitCode()).isEqualTo(TERMINATED);
			assertThat(inFlight.get(60, TimeUnit.SECONDS)).isTrue();
			service.awaitClients();
			assertThat(service.answered()).contains("in-flight").hasSizeGreaterThan(500);
			assertThat(zipkin.accepted()).containsAll(service.answered());
			assertThat(otlp.accepted()).containsAll(service.answered());
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "REFUSED", "HANGS_ON_ANSWER" })
	void shouldEndWithinLimitWhenBackendIsDead(Fault fault) {
		try (FaultBackend zipkin = new HttpFaultBackend(CorrelationIds::ofZipkin);
				FaultyPort port = new FaultyPort(zipkin.port())) {
			fault.cause(port, zipkin);
			try (ServiceProcess service = new ServiceProcess("tracing.exporters.zipkin.enabled=true",
					zipkin(port.number()), "tracing.exporters.shutdown-timeout=1s")) {
				service.load();
				awaitRequests(service, 500);
				long start = System.nanoTime();
				service.process().terminate();
				assertThat(service.process().exitCode()).isEqualTo(TERMINATED);
				// far more than the limit, and less than the ten seconds of the SDK
				assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(9));
				assertThat(service.process().output()).contains("left over at the shutdown");
			}
		}
	}

	@Test
	void shouldHaveLostNothingThatWasLoggedWhenKilled() {
		try (ServiceProcess service = new ServiceProcess("tracing.exporters.log.enabled=true")) {
			service.load();
			awaitRequests(service, 500);
			Set<String> answered = Set.copyOf(service.answered());
			await().atMost(60, TimeUnit.SECONDS).until(() -> logged(service).containsAll(answered));
			Set<String> logged = logged(service);
			service.process().kill();
			service.awaitClients();
			Set<String> left = logged(service);
			assertThat(left).containsAll(logged).allSatisfy((id) -> {
				String[] parts = id.split("-");
				int request = Integer.parseInt(parts[1]);
				// a client sends one request after the other
				assertThat(request == 0 || left.contains(parts[0] + "-" + (request - 1))).isTrue();
			});
		}
	}

	/** Fails where a whole line is no JSON. */
	private static Set<String> logged(ServiceProcess service) {
		String output = service.process().output();
		Set<String> ids = new HashSet<>();
		output.substring(0, output.lastIndexOf('\n') + 1)
			.lines()
			.filter((line) -> line.startsWith("{"))
			.forEach((line) -> ids.addAll(CorrelationIds.ofLogLine(line)));
		return ids;
	}

	private static void awaitLatch(CountDownLatch latch) {
		try {
			assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
