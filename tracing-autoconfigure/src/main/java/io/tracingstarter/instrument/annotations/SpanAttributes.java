package io.tracingstarter.instrument.annotations;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.tracingstarter.guard.Fault;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ConcurrentReferenceHashMap;

/**
 * The parameters of a method that become attributes of its span.
 */
final class SpanAttributes {

	private static final Map<Method, SpanAttributes> cache = new ConcurrentReferenceHashMap<>();

	private final List<Entry> entries;

	private final Fault fault = new Fault(this);

	private SpanAttributes(List<Entry> entries) {
		this.entries = entries;
	}

	static SpanAttributes of(Method method) {
		return cache.computeIfAbsent(method, SpanAttributes::read);
	}

	private static SpanAttributes read(Method method) {
		List<Entry> entries = new ArrayList<>();
		Parameter[] parameters = method.getParameters();
		for (int i = 0; i < parameters.length; i++) {
			SpanAttribute attribute = parameters[i].getAnnotation(SpanAttribute.class);
			if (attribute != null) {
				String name = attribute.value().isEmpty() ? parameters[i].getName() : attribute.value();
				entries.add(new Entry(i, name));
			}
		}
		return new SpanAttributes(List.copyOf(entries));
	}

	void set(SpanBuilder span, @Nullable Object[] arguments) {
		for (Entry entry : this.entries) {
			try {
				set(span, entry.name(), arguments[entry.index()]);
			}
			catch (Throwable ex) {
				// from a toString: a lazy entity, for example
				this.fault.warn(ex);
			}
		}
	}

	private static void set(SpanBuilder span, String name, @Nullable Object value) {
		if (value instanceof Boolean flag) {
			span.setAttribute(name, flag);
		}
		else if (value instanceof Double || value instanceof Float) {
			span.setAttribute(name, ((Number) value).doubleValue());
		}
		else if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
			span.setAttribute(name, ((Number) value).longValue());
		}
		else if (value != null) {
			span.setAttribute(name, value.toString());
		}
	}

	private record Entry(int index, String name) {
	}

}
