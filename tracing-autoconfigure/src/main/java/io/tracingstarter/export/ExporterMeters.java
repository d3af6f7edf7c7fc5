package io.tracingstarter.export;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.tracingstarter.TracingNames;

/**
 * Meters of all exporters. What a request would have to count is read from the exporters'
 * own counters when someone looks; only exports are measured as they happen, on the
 * exporter's worker.
 */
public final class ExporterMeters implements MeterBinder {

	private static final String EXPORTER = "exporter";

	private static final String SUCCESS = "success";

	private final List<QueueSpanProcessor> exporters;

	/**
	 * Creates the meters.
	 * @param exporters what is measured
	 */
	public ExporterMeters(List<QueueSpanProcessor> exporters) {
		this.exporters = List.copyOf(exporters);
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.exporters.forEach((exporter) -> bind(exporter, exporter.getTarget().name(), registry));
	}

	private static void bind(QueueSpanProcessor exporter, String name, MeterRegistry registry) {
		FunctionCounter
			.builder(TracingNames.EXPORTER_EXPORTED_METER, exporter, (target) -> target.getCounts().exported())
			.description("Spans that the backend accepted")
			.baseUnit("spans")
			.tag(EXPORTER, name)
			.register(registry);
		for (LossReason reason : LossReason.values()) {
			FunctionCounter
				.builder(TracingNames.EXPORTER_DROPPED_METER, exporter, (target) -> target.getCounts().lost(reason))
				.description("Spans that the backend did not get")
				.baseUnit("spans")
				.tag(EXPORTER, name)
				.tag("reason", tag(reason))
				.register(registry);
		}
		FunctionCounter
			.builder(TracingNames.EXPORTER_FAILED_METER, exporter, (target) -> target.getCounts().failedExports())
			.description("Exports that failed, whether or not they were tried again")
			.tag(EXPORTER, name)
			.register(registry);
		Gauge.builder(TracingNames.EXPORTER_QUEUE_SIZE_METER, exporter, (target) -> target.getCounts().queueSize())
			.description("Spans that wait for their export")
			.baseUnit("spans")
			.tag(EXPORTER, name)
			.register(registry);
		Gauge
			.builder(TracingNames.EXPORTER_QUEUE_CAPACITY_METER, exporter,
					(target) -> target.getCounts().queueCapacity())
			.description("Spans that may wait for their export")
			.baseUnit("spans")
			.tag(EXPORTER, name)
			.register(registry);
		exporter.addListener((target, spans, nanos, failure) -> Timer.builder(TracingNames.EXPORTER_DURATION_METER)
			.description("How long exports take")
			.tag(EXPORTER, name)
			.tag("outcome", (failure != null) ? tag(failure) : SUCCESS)
			.register(registry)
			.record(nanos, TimeUnit.NANOSECONDS));
	}

	private static String tag(LossReason reason) {
		return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
