package io.tracingstarter.propagation;

import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import io.tracingstarter.TracingNames;
import org.jspecify.annotations.Nullable;

/**
 * Counts headers that were not believed, in
 * {@value TracingNames#PROPAGATION_REJECTED_METER}.
 */
public final class HeaderRejectionCounter implements HeaderRejectionListener {

	private final Supplier<@Nullable MeterRegistry> registry;

	/**
	 * Creates a counter.
	 * @param registry asked at each rejection; may have none
	 */
	public HeaderRejectionCounter(Supplier<@Nullable MeterRegistry> registry) {
		this.registry = registry;
	}

	@Override
	public void rejected(String header) {
		MeterRegistry registry = this.registry.get();
		if (registry != null) {
			registry.counter(TracingNames.PROPAGATION_REJECTED_METER, "header", header).increment();
		}
	}

}
