package io.tracingstarter.propagation;

import java.util.Collection;
import java.util.List;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import org.jspecify.annotations.Nullable;

/**
 * The header of AWS X-Ray, {@code X-Amzn-Trace-Id}.
 * <p>
 * OpenTelemetry's own propagator for it loses the trace id of a header that names no
 * span, which is what load balancers and API Gateway send. Here it becomes no parent
 * either, which no backend could find: {@link XRayHints} sees to it that the new trace
 * has this id. A header that breaks a rule is ignored.
 */
public final class XRayPropagator implements TextMapPropagator {

	/**
	 * The header.
	 */
	public static final String HEADER = "X-Amzn-Trace-Id";

	@Override
	public Collection<String> fields() {
		return List.of(HEADER);
	}

	@Override
	public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
		SpanContext span = Span.fromContext(context).getSpanContext();
		if (span.isValid()) {
			setter.set(carrier, HEADER, XRayHeader.format(span));
		}
	}

	@Override
	public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
		String header = getter.get(carrier, HEADER);
		SpanContext span = (header != null) ? XRayHeader.spanOf(XRayHeader.parse(header)) : SpanContext.getInvalid();
		return span.isValid() ? context.with(Span.wrap(span)) : context;
	}

}
