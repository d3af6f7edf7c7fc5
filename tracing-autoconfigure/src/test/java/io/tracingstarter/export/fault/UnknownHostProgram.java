package io.tracingstarter.export.fault;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.tracingstarter.export.ExportCounts;
import io.tracingstarter.export.ExportEndpoint;
import io.tracingstarter.export.ExportTarget;
import io.tracingstarter.export.HttpClientSettings;
import io.tracingstarter.export.QueueSettings;
import io.tracingstarter.export.QueueSpanProcessor;
import io.tracingstarter.export.RetrySettings;
import io.tracingstarter.export.TestSpans;

/**
 * Exports to a host that nobody knows, until somebody does. A program of its own, because
 * only a new JVM can be given another file of hosts.
 */
final class UnknownHostProgram {

	static final String HOST = "collector.test";

	private UnknownHostProgram() {
	}

	/**
	 * Runs an exporter.
	 * @param args name of its row, and its backend's port
	 */
	public static void main(String[] args) {
		ExporterRow row = ExporterRow.all().filter((each) -> each.name().equals(args[0])).findFirst().orElseThrow();
		HttpClientSettings settings = new HttpClientSettings(
				ExportEndpoint.parse("http://" + HOST + ":" + args[1] + "/spans", ""), Map.of(), false,
				Duration.ofSeconds(5), Duration.ofSeconds(5), null);
		QueueSpanProcessor processor = QueueSpanProcessor.start(new ExportTarget(row.name(), null),
				row.exporter().apply(settings),
				new QueueSettings(64, 16, Duration.ofMillis(10), Duration.ofSeconds(10)).withRetry(
						new RetrySettings(Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofMinutes(10))));
		TestSpans.end(processor, 40);
		while (processor.getCounts().retries() < 3) {
			LockSupport.parkNanos(1_000_000);
		}
		System.out.println("failed: " + processor.getStatus().lastFailureReason());
		while (processor.getCounts().exported() == 0) {
			processor.forceFlush().join(1, TimeUnit.SECONDS);
		}
		processor.close();
		ExportCounts counts = processor.getCounts();
		System.out.println("exported " + counts.exported() + " lost " + counts.totalLost() + ".");
	}

}
