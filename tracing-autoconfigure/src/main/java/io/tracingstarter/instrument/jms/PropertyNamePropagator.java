package io.tracingstarter.instrument.jms;

import java.util.List;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.propagation.Propagator;
import org.jspecify.annotations.Nullable;

/**
 * Carries ids in JMS properties, each in one that has a {@link PropertyName}. A name that
 * another sender wrote as it is will be read, too.
 */
public final class PropertyNamePropagator implements Propagator {

	private final Propagator delegate;

	/**
	 * Creates a propagator.
	 * @param delegate knows the headers
	 */
	public PropertyNamePropagator(Propagator delegate) {
		this.delegate = delegate;
	}

	@Override
	public List<String> fields() {
		return this.delegate.fields().stream().map(PropertyName::of).toList();
	}

	@Override
	public <C> void inject(TraceContext context, @Nullable C carrier, Setter<C> setter) {
		this.delegate.inject(context, carrier,
				(message, name, value) -> setter.set(message, PropertyName.of(name), value));
	}

	@Override
	public <C> Span.Builder extract(@Nullable C carrier, Getter<C> getter) {
		return this.delegate.extract(carrier, (message, name) -> {
			String identifier = PropertyName.of(name);
			String value = getter.get(message, identifier);
			return (value != null || identifier.equals(name)) ? value : getter.get(message, name);
		});
	}

}
