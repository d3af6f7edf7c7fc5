package io.tracingstarter.propagation;

import java.util.Collection;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import org.jspecify.annotations.Nullable;

/**
 * Reads, writes or does both with one format, beside the formats that Boot composes.
 * <p>
 * A trace that another format has already found stays: formats do not overwrite each
 * other.
 */
public final class DirectedPropagator implements TextMapPropagator {

	private final TextMapPropagator format;

	private final boolean consume;

	private final boolean produce;

	/**
	 * Creates the propagator.
	 * @param format knows the headers
	 * @param consume whether to read them
	 * @param produce whether to write them
	 */
	public DirectedPropagator(TextMapPropagator format, boolean consume, boolean produce) {
		this.format = format;
		this.consume = consume;
		this.produce = produce;
	}

	@Override
	public Collection<String> fields() {
		return this.format.fields();
	}

	@Override
	public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
		if (this.produce) {
			this.format.inject(context, carrier, setter);
		}
	}

	@Override
	public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
		if (!this.consume || Span.fromContext(context).getSpanContext().isRemote()) {
			return context;
		}
		return this.format.extract(context, carrier, getter);
	}

}
