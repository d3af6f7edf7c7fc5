package io.tracingstarter.propagation;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.IdGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Gives the first span of a request the trace id that came with it, where no span came
 * that it could be the child of. Any later trace that starts in the request has an id of
 * its own.
 */
public final class ContinuingIdGenerator implements IdGenerator {

	private final IdGenerator generator;

	/**
	 * Creates a generator.
	 * @param generator makes all other ids
	 */
	public ContinuingIdGenerator(IdGenerator generator) {
		this.generator = generator;
	}

	@Override
	public String generateSpanId() {
		return this.generator.generateSpanId();
	}

	@Override
	public String generateTraceId() {
		String incoming = incoming();
		return (incoming != null) ? incoming : this.generator.generateTraceId();
	}

	/** Who made an id that came in is not known, nor how. */
	@Override
	public boolean generatesRandomTraceIds() {
		return this.generator.generatesRandomTraceIds() && incoming() == null;
	}

	private static @Nullable String incoming() {
		Context context = Context.current();
		IncomingTrace trace = IncomingTrace.of(context);
		if (trace == null || trace.spanId() != null) {
			return null;
		}
		return Span.fromContext(context).getSpanContext().isValid() ? null : trace.traceId();
	}

	@Override
	public String toString() {
		return "Continuing{" + this.generator + "}";
	}

}
