package io.tracingstarter.autoconfigure.sampling;

import java.util.List;

import io.tracingstarter.sampling.KeepingSpanProcessor;
import org.jspecify.annotations.Nullable;

/**
 * Which traces are kept, for the actuator.
 *
 * @param probability share that is chosen when a trace starts
 * @param rules shares for paths
 * @param maxTracesPerSecond how many are chosen at most
 * @param keepErrors whether failed requests are kept all the same
 * @param keepSlowerThan from when on slow requests are
 * @param debugHeader name of the header that forces one; {@code null} where it has no
 * effect
 * @param buffer what waits for what becomes of it
 */
record SamplingReport(double probability, List<SamplingRule> rules, @Nullable Double maxTracesPerSecond,
		boolean keepErrors, @Nullable String keepSlowerThan, @Nullable String debugHeader, Buffer buffer) {

	static SamplingReport of(SamplingProperties properties, double probability, KeepingSpanProcessor processor) {
		return new SamplingReport(probability, properties.rules(), properties.maxTracesPerSecond(),
				properties.keepErrors(),
				properties.keepSlowerThan().isZero() ? null : properties.keepSlowerThan().toString(),
				properties.debug().isOn() ? properties.debug().header() : null, new Buffer(processor.bufferedTraces(),
						properties.buffer().maxTraces(), processor.bufferedSpans(), properties.buffer().maxSpans()));
	}

	/**
	 * What waits for what becomes of it.
	 *
	 * @param traces how many
	 * @param maxTraces how many may
	 * @param spans of all of them
	 * @param maxSpans how many may
	 */
	record Buffer(int traces, int maxTraces, int spans, int maxSpans) {

	}

}
