package io.tracingstarter.correlation;

import java.util.Collection;
import java.util.List;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import org.jspecify.annotations.Nullable;

/**
 * Carries the correlation id in a header of its own, beside the trace, wherever an
 * observation crosses a process: HTTP, messages, RPC.
 */
public final class CorrelationIdPropagator implements TextMapPropagator {

	private final String header;

	private final CorrelationIdResolver resolver;

	/**
	 * Creates a propagator.
	 * @param header name of the header to write
	 * @param resolver decides about what came in
	 */
	public CorrelationIdPropagator(String header, CorrelationIdResolver resolver) {
		this.header = header;
		this.resolver = resolver;
	}

	@Override
	public Collection<String> fields() {
		return List.of(this.header);
	}

	@Override
	public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
		String id = CorrelationContext.idOf(context);
		if (id != null) {
			setter.set(carrier, this.header, id);
		}
	}

	@Override
	public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
		return CorrelationContext.isDecided(context) ? context : this.resolver.resolve(context, carrier, getter);
	}

	@Override
	public String toString() {
		return "CorrelationIdPropagator{" + this.header + "}";
	}

}
