package io.tracingstarter.soak;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.tracingstarter.testing.LoggingSystemExtension;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.ServletServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Keeps a server of each kind busy with requests that end in every possible way, and
 * checks that nothing is left of them: on no pooled thread, in no heap, thread or file,
 * and no id where it does not belong. {@code -Dsoak.seconds} says for how long in all.
 */
@ExtendWith(LoggingSystemExtension.class)
class SoakIntegrationTests {

	private static final int SERVERS = 3;

	private static final Duration DURATION = Duration.ofSeconds(Integer.getInteger("soak.seconds", 60))
		.dividedBy(SERVERS);

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	/**
	 * Two kilobytes a request are more than this in the minute of a slow machine, and a
	 * few bytes in an hour.
	 */
	private static final long HEAP_NOISE = 5_000_000;

	private static final int THREAD_NOISE = 4;

	private static final int FILE_NOISE = 12;

	private static final String[] PROPERTIES = { "tracing.access-log.enabled=true",
			"tracing.exporters.log.enabled=true" };

	private static final Map<String, Integer> FAILURES = Map.of("/fail", 500, "/fail-later", 500, "/fail-deferred", 502,
			"/missing", 404, "/timeout", 503);

	private static final List<String> SERVLET = List.of("/plain", "/callable", "/async", "/deferred", "/reactive",
			"/streaming", "/nested", "/fail", "/fail-later", "/fail-deferred", "/missing", "/timeout");

	private static final List<String> REACTIVE = List.of("/plain", "/reactive", "/async", "/future", "/streaming",
			"/nested", "/fail", "/fail-later", "/fail-deferred", "/missing", "/timeout");

	@Test
	void shouldLeaveNothingBehindOnTomcat() throws Exception {
		// Tomcat 11.0.22 lets the next request have the state of one whose write failed
		// on
		// another thread before its first thread was done, traced or not
		soak(ServletServer.TOMCAT.start(ServletSoakApplication.class, List.of(), PROPERTIES), "keep-alive",
				"/endless-here", SERVLET);
	}

	@Test
	void shouldLeaveNothingBehindOnJetty() throws Exception {
		// Jetty 12.1.10 never ends an asynchronous request whose time is up before its
		// first thread is done, traced or not
		soak(ServletServer.JETTY.start(ServletSoakApplication.class, List.of(), PROPERTIES), "keep-alive", "/endless",
				SERVLET.stream().filter((path) -> !path.equals("/timeout")).toList());
	}

	@Test
	void shouldLeaveNothingBehindOnNetty() throws Exception {
		String[] properties = { PROPERTIES[0], PROPERTIES[1], RunningApplication.MANY_REQUESTS_A_CONNECTION };
		soak(RunningApplication.reactive(ReactiveSoakApplication.class, properties), "close", "/endless", REACTIVE);
	}

	private static void soak(RunningApplication application, String connection, String endless, List<String> paths)
			throws Exception {
		Map<String, Integer> statusByPath = new TreeMap<>();
		paths.forEach((path) -> statusByPath.put(path, FAILURES.getOrDefault(path, 200)));
		try (RunningApplication running = application; LineOwners lines = new LineOwners()) {
			ThreadProbe probe = running.bean(ThreadProbe.class);
			SoakLoad load = new SoakLoad(running, connection, endless, statusByPath);
			run(load, DURATION.dividedBy(3), lines);
			Footprint before = Footprint.now();
			run(load, DURATION.multipliedBy(2).dividedBy(3), lines);
			assertThat(probe.leftover()).isNull();
			assertThat(lines.wrong()).isNull();
			assertThat(probe.looks()).isGreaterThan(load.requests());
			assertThat(lines.lines()).isGreaterThan(load.requests());
			// what is about to end may take a moment: connections, idle threads
			await().atMost(PATIENCE).untilAsserted(() -> {
				assertFlat(before, Footprint.now());
				assertThat(active(running.bean(MeterRegistry.class))).as("observations that have not ended").isZero();
			});
		}
	}

	private static void run(SoakLoad load, Duration duration, LineOwners lines) throws InterruptedException {
		try {
			load.run(duration);
		}
		catch (AssertionError ex) {
			throw new AssertionError(ex.getMessage() + "\nThe last errors:\n" + lines.errors(), ex);
		}
	}

	private static int active(MeterRegistry registry) {
		return registry.getMeters()
			.stream()
			.filter(LongTaskTimer.class::isInstance)
			.mapToInt((meter) -> ((LongTaskTimer) meter).activeTasks())
			.sum();
	}

	private static void assertFlat(Footprint before, Footprint after) {
		assertThat(after.heap()).as("heap, was %s", before).isLessThan(before.heap() + HEAP_NOISE);
		assertThat(after.threads()).as("threads, were %s", before).isLessThanOrEqualTo(before.threads() + THREAD_NOISE);
		assertThat(after.files()).as("files, were %s", before).isLessThanOrEqualTo(before.files() + FILE_NOISE);
	}

}
