package io.tracingstarter.soak;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Looks at what is left on a pooled thread between two of its tasks, when it belongs to
 * nobody.
 */
class ThreadProbe {

	private final AtomicReference<@Nullable ObservationRegistry> observations = new AtomicReference<>();

	private final AtomicReference<@Nullable String> leftover = new AtomicReference<>();

	private final AtomicLong looks = new AtomicLong();

	void observations(ObservationRegistry registry) {
		this.observations.set(registry);
	}

	/** Must run on the pooled thread, outside of all that a task does. */
	void look() {
		this.looks.incrementAndGet();
		Map<String, String> mdc = MDC.getCopyOfContextMap();
		ObservationRegistry registry = this.observations.get();
		Object observation = (registry != null) ? registry.getCurrentObservation() : null;
		if ((mdc != null && !mdc.isEmpty()) || Context.current() != Context.root() || observation != null) {
			this.leftover.compareAndSet(null, "On " + Thread.currentThread().getName() + " are left MDC " + mdc + ", "
					+ Context.current() + ", observation " + observation);
		}
	}

	@Nullable String leftover() {
		return this.leftover.get();
	}

	long looks() {
		return this.looks.get();
	}

}
