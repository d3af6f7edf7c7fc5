package io.tracingstarter.web.client;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

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

	private final TextMapPropagator propagator;

	private final String correlationHeader;

	private final List<String> traceHeaders;

	private final List<String> headers;

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
		this.traceHeaders = traceHeaders(propagator.fields(), correlationHeader);
		this.headers = Stream.concat(this.traceHeaders.stream(), Stream.of(correlationHeader)).toList();
		this.targets = targets;
	}

	private static List<String> traceHeaders(Collection<String> fields, String correlationHeader) {
		return fields.stream().filter((field) -> !field.equalsIgnoreCase(correlationHeader)).toList();
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
			return !hasTrace(headers) && !headers.containsHeader(this.correlationHeader);
		}
		String id = CorrelationContext.idOf(Context.current());
		return (id == null || id.equals(headers.getFirst(this.correlationHeader))) && hasTrace(headers);
	}

	/**
	 * Adds what is missing, or takes away what the host must not see.
	 * @param host host of the request
	 * @param headers headers of the request; changed
	 */
	void apply(@Nullable String host, HttpHeaders headers) {
		if (!this.targets.allows(host)) {
			this.traceHeaders.forEach(headers::remove);
			headers.remove(this.correlationHeader);
			return;
		}
		Context context = Context.current();
		String id = CorrelationContext.idOf(context);
		if (id != null) {
			headers.set(this.correlationHeader, id);
		}
		if (!hasTrace(headers)) {
			this.propagator.inject(context, headers, SET_IF_ABSENT);
		}
	}

	/**
	 * The headers that are this rule's business.
	 * @return their names
	 */
	List<String> headers() {
		return this.headers;
	}

	boolean hasTrace(HttpHeaders headers) {
		for (String header : this.traceHeaders) {
			if (headers.containsHeader(header)) {
				return true;
			}
		}
		return false;
	}

}
