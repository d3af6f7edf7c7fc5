package io.tracingstarter.sampling;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.tracingstarter.TracingNames;

/**
 * Meters of what waits because its trace was not sampled.
 */
public final class BufferMeters implements MeterBinder {

	private final KeepingSpanProcessor processor;

	/**
	 * Creates the meters.
	 * @param processor what is measured
	 */
	public BufferMeters(KeepingSpanProcessor processor) {
		this.processor = processor;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder(TracingNames.SAMPLING_BUFFERED_TRACES_METER, this.processor, KeepingSpanProcessor::bufferedTraces)
			.description("Traces that wait for what becomes of them")
			.baseUnit("traces")
			.register(registry);
		Gauge.builder(TracingNames.SAMPLING_BUFFERED_SPANS_METER, this.processor, KeepingSpanProcessor::bufferedSpans)
			.description("Spans that wait for what becomes of their traces")
			.baseUnit("spans")
			.register(registry);
	}

}
