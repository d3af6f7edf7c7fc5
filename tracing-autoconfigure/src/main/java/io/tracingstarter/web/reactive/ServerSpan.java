package io.tracingstarter.web.reactive;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import io.micrometer.tracing.otel.bridge.OtelTraceContext;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;

/**
 * Finds the span that WebFlux's observation started for a request. Needs the tracing
 * bridge, which a service may leave out.
 */
public final class ServerSpan {

	private ServerSpan() {
	}

	/**
	 * Adds the server span to a context.
	 * @param exchange the request
	 * @param context the context to add to
	 * @return a context with the span; the same context where the request is not traced
	 */
	public static Context addTo(ServerWebExchange exchange, Context context) {
		SpanContext span = spanContextOf(exchange);
		return (span != null) ? context.with(io.opentelemetry.api.trace.Span.wrap(span)) : context;
	}

	private static @Nullable SpanContext spanContextOf(ServerWebExchange exchange) {
		TracingContext tracing = ServerRequestObservationContext.findCurrent(exchange.getAttributes())
			.map((observation) -> observation.<TracingContext>get(TracingContext.class))
			.orElse(null);
		Span span = (tracing != null) ? tracing.getSpan() : null;
		return (span != null) ? OtelTraceContext.toOtelSpanContext(span.context()) : null;
	}

}
