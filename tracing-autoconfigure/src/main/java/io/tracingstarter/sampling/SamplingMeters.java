package io.tracingstarter.sampling;

import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import io.tracingstarter.TracingNames;
import org.jspecify.annotations.Nullable;

/**
 * Counts what is kept, in {@value TracingNames#SAMPLING_KEPT_METER}, and what could not
 * be, in {@value TracingNames#SAMPLING_OVERFLOW_METER}.
 */
public final class SamplingMeters implements SamplingListener {

	private final Supplier<@Nullable MeterRegistry> registry;

	/**
	 * Creates the meters.
	 * @param registry asked each time; may have none
	 */
	public SamplingMeters(Supplier<@Nullable MeterRegistry> registry) {
		this.registry = registry;
	}

	@Override
	public void kept(KeepReason reason) {
		count(TracingNames.SAMPLING_KEPT_METER, "reason", reason.tag());
	}

	@Override
	public void overflowed(BufferLimit limit) {
		count(TracingNames.SAMPLING_OVERFLOW_METER, "limit", limit.tag());
	}

	private void count(String meter, String tag, String value) {
		MeterRegistry registry = this.registry.get();
		if (registry != null) {
			registry.counter(meter, tag, value).increment();
		}
	}

}
