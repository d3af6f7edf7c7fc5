package io.tracingstarter.web.client;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.tracingstarter.correlation.CorrelationContext;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Sees to it that an outgoing request carries the current ids exactly once, or not at all
 * where its host must not see them.
 * <p>
 * Where an observation has already written them, there is nothing left to do but to look.
 */
public final class OutgoingIds {

	private static final TextMapSetter<HttpHeaders> SET_IF_ABSENT = (headers, name, value) -> {
		if (headers != null && !headers.containsHeader(name)) {
			headers.set(name, value);
		}
	};

	private static final SpanContext SAMPLE = SpanContext.create("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331",
			TraceFlags.getSampled(), TraceState.getDefault());

	private final TextMapPropagator propagator;

	private final String correlationHeader;

	private final Collection<String> traceHeaders;

	private final List<String> hiddenHeaders;

	private final PropagationTargets targets;

	/**
	 * Creates the rule.
	 * @param propagator writes all ids
	 * @param correlationHeader name of the header with the correlation id
	 * @param targets the hosts that may receive the ids
	 */
	public OutgoingIds(TextMapPropagator propagator, String correlationHeader, PropagationTargets targets) {
		this.propagator = propagator;
		this.correlationHeader = correlationHeader;
		this.traceHeaders = traceHeaders(propagator, correlationHeader);
		this.hiddenHeaders = hiddenHeaders(propagator, correlationHeader);
		this.targets = targets;
	}

	/**
	 * The headers that say which trace a request belongs to. The propagator's fields name
	 * more: those it only reads, and baggage, which others write, too.
	 */
	private static Collection<String> traceHeaders(TextMapPropagator propagator, String correlationHeader) {
		HttpHeaders headers = new HttpHeaders();
		propagator.inject(Context.root().with(Span.wrap(SAMPLE)), headers, SET_IF_ABSENT);
		headers.remove(correlationHeader);
		return List.copyOf(headers.headerNames());
	}

	private static List<String> hiddenHeaders(TextMapPropagator propagator, String correlationHeader) {
		Set<String> headers = new LinkedHashSet<>(propagator.fields());
		headers.add(correlationHeader);
		return List.copyOf(headers);
	}

	/**
	 * Whether {@link #apply} must come after a client's observation, to take away what it
	 * wrote or because it writes nothing.
	 * @return {@code false} if an observation may set the same headers later
	 */
	public boolean needLastWord() {
		return !this.targets.allowAll() || this.traceHeaders.isEmpty();
	}

	/**
	 * Whether {@link #apply} would change anything, for a client whose headers are costly
	 * to change.
	 * @param host host of the request
	 * @param headers headers of the request
	 * @return {@code true} if the headers are as they must be
	 */
	boolean areComplete(@Nullable String host, HttpHeaders headers) {
		if (!this.targets.allows(host)) {
			return !hasAny(this.hiddenHeaders, headers);
		}
		String id = CorrelationContext.idOf(Context.current());
		return (id == null || id.equals(headers.getFirst(this.correlationHeader)))
				&& hasAny(this.traceHeaders, headers);
	}

	/**
	 * Adds what is missing, or takes away what the host must not see.
	 * @param host host of the request
	 * @param headers headers of the request; changed
	 */
	void apply(@Nullable String host, HttpHeaders headers) {
		if (!this.targets.allows(host)) {
			this.hiddenHeaders.forEach(headers::remove);
			return;
		}
		Context context = Context.current();
		String id = CorrelationContext.idOf(context);
		if (id != null) {
			headers.set(this.correlationHeader, id);
		}
		if (!hasAny(this.traceHeaders, headers)) {
			this.propagator.inject(context, headers, SET_IF_ABSENT);
		}
	}

	/**
	 * The headers that are this rule's business.
	 * @return their names
	 */
	List<String> headers() {
		return this.hiddenHeaders;
	}

	boolean hasTrace(HttpHeaders headers) {
		return hasAny(this.traceHeaders, headers);
	}

	private static boolean hasAny(Collection<String> names, HttpHeaders headers) {
		for (String header : names) {
			if (headers.containsHeader(header)) {
				return true;
			}
		}
		return false;
	}

}
