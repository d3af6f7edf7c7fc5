package io.tracingstarter.instrument.r2dbc;

import io.micrometer.observation.Observation;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.propagation.Propagator;
import io.r2dbc.proxy.observation.QueryContext;

/**
 * Makes the spans of queries, but none for a query that belongs to no request, such as
 * one of start-up.
 */
public final class R2dbcTracingHandler extends PropagatingSenderTracingObservationHandler<QueryContext> {

	private final boolean ownTraces;

	/**
	 * Creates a handler.
	 * @param tracer makes the spans
	 * @param ownTraces whether a query outside of any trace starts one
	 */
	public R2dbcTracingHandler(Tracer tracer, boolean ownTraces) {
		super(tracer, Propagator.NOOP);
		this.ownTraces = ownTraces;
	}

	@Override
	public void onStart(QueryContext context) {
		if (this.ownTraces || getParentSpan(context) != null) {
			super.onStart(context);
		}
	}

	@Override
	public void onError(QueryContext context) {
		if (hasSpan(context)) {
			super.onError(context);
		}
	}

	@Override
	public void onEvent(Observation.Event event, QueryContext context) {
		if (hasSpan(context)) {
			super.onEvent(event, context);
		}
	}

	@Override
	public void onStop(QueryContext context) {
		if (hasSpan(context)) {
			super.onStop(context);
		}
	}

	private boolean hasSpan(QueryContext context) {
		TracingContext tracing = context.get(TracingContext.class);
		return tracing != null && tracing.getSpan() != null;
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof QueryContext;
	}

}
