package io.tracingstarter.export.fault;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.tracingstarter.export.CircuitState;
import io.tracingstarter.export.ExportCounts;
import io.tracingstarter.export.ExportTarget;
import io.tracingstarter.export.LossReason;
import io.tracingstarter.export.QueueSettings;
import io.tracingstarter.export.QueueSpanProcessor;
import io.tracingstarter.testing.TestCertificate;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Every exporter with every fault of its backend, on real sockets: whoever ends spans is
 * not held up, other exporters deliver, memory and threads stay bounded, every lost span
 * is counted by reason, and spans arrive again once the backend is well.
 */
@Timeout(120)
class FaultMatrixIntegrationTests {

	/** More than the exporter can hold. */
	private static final int MANY = 4 * FaultRun.CAPACITY;

	/** What the HTTP client keeps for all exporters of a process, however many fail. */
	private static final int SHARED_THREADS = 12;

	private static TestCertificate trusted;

	private static TestCertificate untrusted;

	private final InMemorySpanExporter otherBackend = InMemorySpanExporter.create();

	private final QueueSpanProcessor other = QueueSpanProcessor.start(new ExportTarget("other", null),
			this.otherBackend, new QueueSettings(10 * MANY, 512, Duration.ofMillis(10), Duration.ofSeconds(10)));

	@BeforeAll
	static void createCertificates(@TempDir Path directory) {
		trusted = TestCertificate.create(directory, "trusted");
		untrusted = TestCertificate.create(directory, "untrusted");
	}

	@AfterEach
	void stop() {
		this.other.close();
	}

	static Stream<Arguments> faults() {
		return ExporterRow.all()
			.flatMap((row) -> Stream.of(Fault.values()).filter(row::knows).map((fault) -> arguments(row, fault)));
	}

	private static ConditionFactory patiently() {
		return await().atMost(60, TimeUnit.SECONDS);
	}

	private FaultRun run(ExporterRow row, @Nullable Fault fault, Duration maxElapsedTime) {
		return new FaultRun(row, maxElapsedTime, (fault == Fault.WRONG_CERTIFICATE) ? trusted : null, this.other);
	}

	@ParameterizedTest
	@MethodSource("faults")
	void shouldFailAloneAndDeliverAgain(ExporterRow row, Fault fault) {
		try (FaultRun run = run(row, fault, Duration.ZERO)) {
			if (fault == Fault.WRONG_CERTIFICATE) {
				run.port.secure(untrusted.context(), protocol(run.backend));
			}
			fault.cause(run.port, run.backend);
			run.end(MANY);
			patiently().until(() -> this.otherBackend.getFinishedSpanItems().size() == MANY);
			if (row.answered()) {
				assertFails(run, fault);
			}
			assertThat(threads("tracing-export-" + row.name())).hasSize(1);
			assertThat(threads("OkHttp", "Okio")).hasSizeLessThanOrEqualTo(SHARED_THREADS);
			if (fault == Fault.WRONG_CERTIFICATE) {
				run.port.secure(trusted.context(), protocol(run.backend));
			}
			run.backend.accept();
			run.port.heal();
			assertDelivers(run);
			assertThat(run.processor.getStatus().circuit()).isEqualTo(CircuitState.CLOSED);
			run.processor.close();
			assertBooks(run, fault, row.answered());
		}
		patiently().until(() -> threads("tracing-export-" + row.name()).isEmpty());
	}

	@ParameterizedTest
	@MethodSource("io.tracingstarter.export.fault.ExporterRow#all")
	void shouldLoseNothingWhenBackendDiesAndComesBack(ExporterRow row) {
		try (FaultRun run = run(row, null, Duration.ofMinutes(10))) {
			assertDelivers(run);
			// the backend has it a moment before its answer is read
			patiently().until(() -> pending(run) == 0);
			run.port.refuse();
			int waiting = FaultRun.CAPACITY / 2;
			run.end(waiting);
			if (row.answered()) {
				patiently().until(() -> run.processor.getCounts().retries() > 2);
				assertThat(pending(run)).isEqualTo(waiting);
			}
			run.port.heal();
			assertDelivers(run);
			run.processor.close();
			run.assertBalanced();
			assertThat(run.processor.getCounts().totalLost()).isZero();
			if (row.answered()) {
				assertThat(run.backend.accepted()).hasSize((int) run.processor.getCounts().exported());
			}
		}
	}

	private static long pending(FaultRun run) {
		ExportCounts counts = run.processor.getCounts();
		return counts.inFlight() + counts.queueSize();
	}

	private static void assertFails(FaultRun run, Fault fault) {
		LossReason reason = fault.lossReason(run.backend);
		patiently().until(() -> run.processor.getCounts().failedExports() >= 2);
		patiently().until(() -> run.processor.getCounts().lost(reason) > 0);
		patiently()
			.untilAsserted(() -> assertThat(run.processor.getStatus().lastFailureReason()).matches(fault.reason()));
		assertThat(run.backend.accepted()).isEmpty();
	}

	/** New spans, because the queue may be full when the first of them ends. */
	private static void assertDelivers(FaultRun run) {
		patiently().until(() -> {
			String name = run.end(1);
			run.processor.forceFlush().join(1, TimeUnit.SECONDS);
			return run.backend.accepted().contains(name);
		});
	}

	private static void assertBooks(FaultRun run, Fault fault, boolean answered) {
		run.assertBalanced();
		ExportCounts counts = run.processor.getCounts();
		Set<LossReason> reasons = counts.lost()
			.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() > 0)
			.map((entry) -> entry.getKey())
			.collect(Collectors.toSet());
		if (answered) {
			assertThat(run.backend.accepted()).hasSizeGreaterThanOrEqualTo((int) counts.exported());
			// the recovery cuts connections, and a busy machine is late
			assertThat(reasons).contains(fault.lossReason(run.backend))
				.isSubsetOf(LossReason.QUEUE_FULL, LossReason.UNREACHABLE, LossReason.TIMED_OUT,
						fault.lossReason(run.backend));
		}
		else {
			assertThat(reasons).isSubsetOf(LossReason.QUEUE_FULL);
		}
	}

	private static String protocol(FaultBackend backend) {
		return backend.isHttp2() ? "h2" : "http/1.1";
	}

	private static Set<String> threads(String... prefixes) {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.map(Thread::getName)
			.filter((name) -> Stream.of(prefixes).anyMatch(name::startsWith))
			.collect(Collectors.toSet());
	}

}
