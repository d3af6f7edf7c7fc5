package io.tracingstarter.propagation;

import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;

import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of all propagators, and shows them only what may be believed.
 * <p>
 * Looks at a header when a propagator asks for it; one that did not come costs nothing.
 */
public final class StrictPropagator implements TextMapPropagator {

	private static final TextMapGetter<String> THE_VALUE = new TextMapGetter<>() {

		@Override
		public Iterable<String> keys(String value) {
			return W3CBaggagePropagator.getInstance().fields();
		}

		@Override
		public @Nullable String get(@Nullable String value, String name) {
			return value;
		}

	};

	private final TextMapPropagator propagator;

	private final IncomingHeaders headers;

	private final boolean readsBaggage;

	/**
	 * Creates the propagator.
	 * @param propagator reads and writes the headers
	 * @param headers the rules for what comes in
	 */
	public StrictPropagator(TextMapPropagator propagator, IncomingHeaders headers) {
		this.propagator = propagator;
		this.headers = headers;
		this.readsBaggage = propagator.fields().containsAll(W3CBaggagePropagator.getInstance().fields());
	}

	@Override
	public Collection<String> fields() {
		return this.propagator.fields();
	}

	@Override
	public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
		this.propagator.inject(context, carrier, this.headers.hasFields() ? printable(setter) : setter);
	}

	/**
	 * Code of the application may put anything into its baggage, and a client would
	 * refuse the whole request.
	 */
	private static <C> TextMapSetter<C> printable(TextMapSetter<C> setter) {
		return (carrier, name, value) -> {
			if (FieldValue.isPrintable(value)) {
				setter.set(carrier, name, value);
			}
		};
	}

	@Override
	public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
		return this.propagator.extract(this.readsBaggage ? withBaggage(context, carrier, getter) : context, carrier,
				new CheckedGetter<>(getter, this.headers));
	}

	private <C> Context withBaggage(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
		String baggage = (carrier != null) ? this.headers.baggage().read(carrier, getter) : null;
		return (baggage != null) ? W3CBaggagePropagator.getInstance().extract(context, baggage, THE_VALUE) : context;
	}

	@Override
	public String toString() {
		return "StrictPropagator{" + this.propagator + "}";
	}

	private record CheckedGetter<C>(TextMapGetter<C> getter, IncomingHeaders headers) implements TextMapGetter<C> {

		@Override
		public Iterable<String> keys(C carrier) {
			return this.getter.keys(carrier);
		}

		@Override
		public @Nullable String get(@Nullable C carrier, String name) {
			HeaderRule rule = this.headers.rule(name);
			return (rule != null && carrier != null) ? rule.read(carrier, this.getter) : this.getter.get(carrier, name);
		}

		@Override
		public Iterator<String> getAll(@Nullable C carrier, String name) {
			if (carrier == null) {
				return Collections.emptyIterator();
			}
			HeaderRule rule = this.headers.rule(name);
			return (rule != null) ? rule.readAll(carrier, this.getter) : this.getter.getAll(carrier, name);
		}

	}

}
