package io.tracingstarter.instrument.jms;

import java.util.List;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.propagation.Propagator;
import org.jspecify.annotations.Nullable;

/**
 * Carries ids in JMS properties. A property's name must be an identifier of Java
 * (<a href="https://jakarta.ee/specifications/messaging/3.1/">Jakarta Messaging
 * 3.5.1</a>), so that {@code X-Correlation-ID} travels as {@code X_Correlation_ID}. A
 * name that another sender wrote as it is will be read, too.
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
		return this.delegate.fields().stream().map(PropertyNamePropagator::identifier).toList();
	}

	@Override
	public <C> void inject(TraceContext context, @Nullable C carrier, Setter<C> setter) {
		this.delegate.inject(context, carrier, (message, name, value) -> setter.set(message, identifier(name), value));
	}

	@Override
	public <C> Span.Builder extract(@Nullable C carrier, Getter<C> getter) {
		return this.delegate.extract(carrier, (message, name) -> {
			String identifier = identifier(name);
			String value = getter.get(message, identifier);
			return (value != null || identifier.equals(name)) ? value : getter.get(message, name);
		});
	}

	private static String identifier(String name) {
		StringBuilder identifier = new StringBuilder(name);
		for (int i = 0; i < identifier.length(); i++) {
			if (!Character.isJavaIdentifierPart(identifier.charAt(i))) {
				identifier.setCharAt(i, '_');
			}
		}
		return identifier.toString();
	}

}
