package io.tracingstarter.autoconfigure.actuator;

import java.util.List;

import io.tracingstarter.export.CircuitState;
import io.tracingstarter.export.ExportStatus;
import io.tracingstarter.export.QueueSpanProcessor;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Tells of exporters that do not reach their backends. Up all the same, unless the
 * application wants it otherwise.
 */
class TracingHealthIndicator extends AbstractHealthIndicator {

	private final List<QueueSpanProcessor> exporters;

	private final boolean downWhenExporterFails;

	TracingHealthIndicator(List<QueueSpanProcessor> exporters, boolean downWhenExporterFails) {
		this.exporters = exporters;
		this.downWhenExporterFails = downWhenExporterFails;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		builder.up();
		for (QueueSpanProcessor exporter : this.exporters) {
			ExportStatus status = exporter.getStatus();
			boolean failing = status.circuit() != CircuitState.CLOSED;
			if (failing && this.downWhenExporterFails) {
				builder.down();
			}
			builder.withDetail(exporter.getTarget().name(),
					failing ? "failing: " + status.lastFailureReason() : "delivering");
		}
	}

}
