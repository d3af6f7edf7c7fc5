package io.tracingstarter.export.xray;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tracingstarter.export.Causes;
import io.tracingstarter.export.ExportCounts;
import io.tracingstarter.export.ExportTarget;
import io.tracingstarter.export.LossReason;
import io.tracingstarter.export.PartialExportException;
import io.tracingstarter.export.QueueSettings;
import io.tracingstarter.export.QueueSpanProcessor;
import io.tracingstarter.export.RetrySettings;
import io.tracingstarter.export.TestSpans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Daemons that are absent, come late or do not read, and spans that cannot be written.
 */
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class XRayDaemonFaultIntegrationTests {

	private static final int CAPACITY = 64;

	private static QueueSpanProcessor start(DaemonAddress address, Duration maxElapsedTime) {
		return QueueSpanProcessor.start(new ExportTarget("xray", address.toString()),
				new XRayDaemonSpanExporter(address, List.of()),
				new QueueSettings(CAPACITY, 16, Duration.ofMillis(5), Duration.ofSeconds(10))
					.withRetry(new RetrySettings(Duration.ofMillis(4), Duration.ofMillis(20), maxElapsedTime)));
	}

	@Test
	void shouldCountAndWarnOnceWhenThereIsNoDaemonAndDeliverWhenItStarts(CapturedOutput output) {
		int port = TestDaemon.freePort();
		QueueSpanProcessor processor = start(new DaemonAddress("127.0.0.1", port, "127.0.0.1", port), Duration.ZERO);
		for (int i = 1; i <= 5; i++) {
			long lost = i;
			TestSpans.end(processor, 1);
			await().atMost(60, TimeUnit.SECONDS)
				.until(() -> processor.getCounts().lost(LossReason.UNREACHABLE) >= lost);
		}
		TestSpans.end(processor, 10 * CAPACITY);
		assertThat(output.toString().lines().filter((line) -> line.contains("nobody listens on udp 127.0.0.1:" + port)))
			.hasSize(1);
		try (TestDaemon daemon = new TestDaemon("127.0.0.1", port)) {
			await().atMost(60, TimeUnit.SECONDS).until(() -> {
				TestSpans.end(processor, 1);
				return daemon.hasReceived();
			});
			processor.close();
		}
		ExportCounts counts = processor.getCounts();
		assertThat(counts.exported()).isPositive();
		assertThat(counts.lost().entrySet()).filteredOn((entry) -> entry.getValue() > 0)
			.extracting((entry) -> entry.getKey())
			.containsOnly(LossReason.UNREACHABLE, LossReason.QUEUE_FULL);
	}

	@Test
	void shouldKeepTheSpansUntilTheDaemonIsThere() {
		int port = TestDaemon.freePort();
		QueueSpanProcessor processor = start(new DaemonAddress("127.0.0.1", port, "127.0.0.1", port),
				Duration.ofMinutes(10));
		TestSpans.end(processor, 40);
		await().atMost(60, TimeUnit.SECONDS).until(() -> processor.getCounts().retries() > 2);
		try (TestDaemon daemon = new TestDaemon("127.0.0.1", port)) {
			await().atMost(60, TimeUnit.SECONDS).until(() -> processor.getCounts().exported() == 40);
			assertThat(daemon.hasReceived()).isTrue();
		}
		processor.close();
		assertThat(processor.getCounts().totalLost()).isZero();
	}

	@Test
	void shouldNotHoldTheWorkerWhenTheDaemonDoesNotReadAndAllBuffersAreFull() {
		List<SpanData> spans = new ArrayList<>();
		Attributes large = Attributes.builder().put("large", "x".repeat(8000)).build();
		for (int i = 0; i < 5000; i++) {
			spans.add(TestSpans.data().setAttributes(large).build());
		}
		try (TestDaemon daemon = new TestDaemon()) {
			XRayDaemonSpanExporter exporter = new XRayDaemonSpanExporter(daemon.address(), List.of());
			// 40 MB, of which UDP loses most without a word
			assertThat(exporter.export(spans).isSuccess()).isTrue();
			int received = 0;
			while (daemon.hasReceived()) {
				received++;
			}
			assertThat(received).isBetween(1, spans.size() - 1);
			assertThat(exporter.export(TestSpans.data(1)).isSuccess()).isTrue();
			assertThat(daemon.document().path("id").asString()).isEqualTo(TestSpans.SPAN_ID);
			exporter.shutdown();
		}
	}

	@Test
	void shouldSendAllButTheSpanThatCannotBeWritten() {
		List<SpanData> spans = new ArrayList<>(TestSpans.data(2));
		spans.add(1, new DelegatingSpanData(TestSpans.data().build()) {
			@Override
			public Attributes getAttributes() {
				throw new IllegalStateException("of a broken library");
			}
		});
		try (TestDaemon daemon = new TestDaemon()) {
			XRayDaemonSpanExporter exporter = new XRayDaemonSpanExporter(daemon.address(), List.of());
			CompletableResultCode result = exporter.export(spans);
			PartialExportException failure = Causes.find(PartialExportException.class, result.getFailureThrowable());
			assertThat(failure).isNotNull().hasMessage("IllegalStateException: of a broken library");
			assertThat(failure.getRejected()).isEqualTo(1);
			assertThat(failure.getUnsent()).isEmpty();
			daemon.document();
			daemon.document();
			assertThat(daemon.hasReceived()).isFalse();
			exporter.shutdown();
		}
	}

}
