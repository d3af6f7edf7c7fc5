package io.tracingstarter.correlation;

import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import io.tracingstarter.TracingNames;
import org.jspecify.annotations.Nullable;

/**
 * Counts refused correlation ids by reason, in
 * {@value TracingNames#CORRELATION_REJECTED_METER}.
 */
public final class CorrelationIdRejectionCounter implements CorrelationIdRejectionListener {

	private final Supplier<@Nullable MeterRegistry> registry;

	/**
	 * Creates a counter.
	 * @param registry asked at each refusal; may have none
	 */
	public CorrelationIdRejectionCounter(Supplier<@Nullable MeterRegistry> registry) {
		this.registry = registry;
	}

	@Override
	public void rejected(CorrelationIdRejection rejection) {
		MeterRegistry registry = this.registry.get();
		if (registry != null) {
			registry.counter(TracingNames.CORRELATION_REJECTED_METER, "reason", rejection.tag()).increment();
		}
	}

}
