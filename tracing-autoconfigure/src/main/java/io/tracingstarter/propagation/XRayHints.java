package io.tracingstarter.propagation;

import java.util.Iterator;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.tracingstarter.web.RequestContextCustomizer;

/**
 * Tells the id generator and samplers what {@code X-Amzn-Trace-Id} says beside the
 * caller's span, before the server span starts. The propagator comes too late: of what it
 * finds, only a span gets as far as that.
 */
public final class XRayHints implements RequestContextCustomizer {

	@Override
	public <R> Context customize(Context context, String method, String path, R request, TextMapGetter<R> headers) {
		String header = headers.get(request, XRayPropagator.HEADER);
		IncomingTrace trace = (header != null && !isRepeated(request, headers)) ? XRayHeader.parse(header) : null;
		return (trace != null && !trace.isComplete()) ? trace.in(context) : context;
	}

	private static <R> boolean isRepeated(R request, TextMapGetter<R> headers) {
		Iterator<String> values = headers.getAll(request, XRayPropagator.HEADER);
		values.next();
		return values.hasNext();
	}

	@Override
	public String toString() {
		return "XRayHints";
	}

}
