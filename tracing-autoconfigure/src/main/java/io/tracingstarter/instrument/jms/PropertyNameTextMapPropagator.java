package io.tracingstarter.instrument.jms;

import java.util.Collection;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import org.jspecify.annotations.Nullable;

/**
 * Does what {@link PropertyNamePropagator} does, for the propagators of OpenTelemetry.
 */
public final class PropertyNameTextMapPropagator implements TextMapPropagator {

	private final TextMapPropagator delegate;

	/**
	 * Creates a propagator.
	 * @param delegate knows the headers
	 */
	public PropertyNameTextMapPropagator(TextMapPropagator delegate) {
		this.delegate = delegate;
	}

	@Override
	public Collection<String> fields() {
		return this.delegate.fields().stream().map(PropertyName::of).toList();
	}

	@Override
	public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
		this.delegate.inject(context, carrier,
				(message, name, value) -> setter.set(message, PropertyName.of(name), value));
	}

	@Override
	public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
		return this.delegate.extract(context, carrier, new PropertyGetter<>(getter));
	}

	private record PropertyGetter<C>(TextMapGetter<C> getter) implements TextMapGetter<C> {

		@Override
		public Iterable<String> keys(C carrier) {
			return this.getter.keys(carrier);
		}

		@Override
		public @Nullable String get(@Nullable C carrier, String key) {
			String identifier = PropertyName.of(key);
			String value = this.getter.get(carrier, identifier);
			return (value != null || identifier.equals(key)) ? value : this.getter.get(carrier, key);
		}

	}

}
