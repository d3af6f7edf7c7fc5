package io.tracingstarter.propagation;

import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;

/**
 * Starts spans that have no parent of their own in the invocation of AWS Lambda that
 * runs. A parent that is set on the builder wins.
 */
public final class LambdaTracer implements Tracer {

	private final Tracer tracer;

	private final LambdaParent parent;

	/**
	 * Creates a tracer.
	 * @param tracer makes the spans
	 * @param parent knows the invocation
	 */
	public LambdaTracer(Tracer tracer, LambdaParent parent) {
		this.tracer = tracer;
		this.parent = parent;
	}

	@Override
	public SpanBuilder spanBuilder(String spanName) {
		SpanBuilder builder = this.tracer.spanBuilder(spanName);
		Context current = Context.current();
		Context context = this.parent.in(current);
		return (context != current) ? builder.setParent(context) : builder;
	}

	@Override
	public boolean isEnabled() {
		return this.tracer.isEnabled();
	}

}
