package io.tracingstarter.propagation;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import org.jspecify.annotations.Nullable;

/**
 * What a header says of a trace and no span context can hold: a trace id without a span,
 * as load balancers send it, or a span whose caller leaves it to others whether to sample
 * it.
 *
 * @param traceId 32 lower-case hexadecimal digits
 * @param spanId 16 of them; {@code null} where the header names no span
 * @param sampled what the caller decided; {@code null} where it did not
 */
public record IncomingTrace(String traceId, @Nullable String spanId, @Nullable Boolean sampled) {

	private static final ContextKey<IncomingTrace> KEY = ContextKey.named("tracing-incoming-trace");

	/**
	 * What came with the request that a context belongs to.
	 * @param context the context
	 * @return the trace; {@code null} where none came, or a span context says it all
	 */
	public static @Nullable IncomingTrace of(Context context) {
		return context.get(KEY);
	}

	/**
	 * Remembers the trace, for the id generator and for samplers.
	 * @param context the context to start from
	 * @return a context that holds it
	 */
	public Context in(Context context) {
		return context.with(KEY, this);
	}

	/**
	 * Whether a span context can hold all of it.
	 * @return whether a span and a decision came
	 */
	boolean isComplete() {
		return this.spanId != null && this.sampled != null;
	}

}
