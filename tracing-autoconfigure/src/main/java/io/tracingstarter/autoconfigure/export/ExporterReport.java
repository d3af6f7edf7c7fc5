package io.tracingstarter.autoconfigure.export;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.tracingstarter.export.ExportCounts;
import io.tracingstarter.export.ExportStatus;
import io.tracingstarter.export.QueueSpanProcessor;
import org.jspecify.annotations.Nullable;

/**
 * How one exporter is doing, for the actuator.
 *
 * @param name as in {@code tracing.exporters.<name>}
 * @param target where it sends to, with secrets masked; {@code null} for an exporter that
 * stays in the process
 * @param circuit closed while it delivers; open or half-open while its backend fails
 * @param queue how full the queue is
 * @param exported spans that the backend accepted
 * @param dropped spans that it did not get, by reason
 * @param failedExports exports that failed
 * @param retries exports that were a further try
 * @param lastSuccess when the backend last accepted spans
 * @param lastFailure when an export last failed
 * @param lastFailureReason why
 */
record ExporterReport(String name, @Nullable String target, String circuit, Queue queue, long exported,
		Map<String, Long> dropped, long failedExports, long retries, @Nullable Instant lastSuccess,
		@Nullable Instant lastFailure, @Nullable String lastFailureReason) {

	static ExporterReport of(QueueSpanProcessor exporter) {
		ExportCounts counts = exporter.getCounts();
		ExportStatus status = exporter.getStatus();
		Map<String, Long> dropped = new TreeMap<>();
		counts.lost().forEach((reason, count) -> {
			if (count > 0) {
				dropped.put(reason.toString(), count);
			}
		});
		return new ExporterReport(exporter.getTarget().name(), exporter.getTarget().address(),
				status.circuit().name().toLowerCase(Locale.ROOT).replace('_', '-'),
				new Queue(counts.queueSize(), counts.queueCapacity()), counts.exported(), dropped,
				counts.failedExports(), counts.retries(), status.lastSuccess(), status.lastFailure(),
				status.lastFailureReason());
	}

	/**
	 * How full a queue is.
	 *
	 * @param size spans that wait
	 * @param capacity spans that may wait
	 */
	record Queue(int size, int capacity) {

	}

}
