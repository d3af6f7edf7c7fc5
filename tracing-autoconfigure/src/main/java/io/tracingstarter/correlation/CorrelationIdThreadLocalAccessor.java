package io.tracingstarter.correlation;

import io.micrometer.context.ThreadLocalAccessor;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Takes the correlation id along to another thread where no span does: with tracing off,
 * in a request that is not traced, in a scope without a span.
 * <p>
 * Found by {@code context-propagation} through the service loader.
 */
public final class CorrelationIdThreadLocalAccessor implements ThreadLocalAccessor<Context> {

	/**
	 * Key of the id in a Reactor context and in a snapshot.
	 */
	public static final String KEY = "io.tracingstarter.correlation-id";

	private static final ThreadLocal<@Nullable Entry> entries = new ThreadLocal<>();

	@Override
	public Object key() {
		return KEY;
	}

	/**
	 * Where there is a span, the observation brings the id, and two carriers would undo
	 * each other.
	 */
	@Override
	public @Nullable Context getValue() {
		return CorrelationContext.carried(Context.current());
	}

	@Override
	public void setValue(Context carried) {
		Scope scope = CorrelationContext.attach(CorrelationContext.withCarried(Context.current(), carried));
		entries.set(new Entry(scope, entries.get()));
	}

	/**
	 * Clears nothing: whoever opened a scope on this thread closes it there, and Reactor
	 * asks for this right before WebFlux starts the span that is to take the id along.
	 */
	@Override
	public void setValue() {
		entries.set(new Entry(Scope.noop(), entries.get()));
	}

	@Override
	public void restore(Context previous) {
		restore();
	}

	@Override
	public void restore() {
		Entry entry = entries.get();
		if (entry == null) {
			return;
		}
		entry.scope.close();
		if (entry.outer != null) {
			entries.set(entry.outer);
		}
		else {
			entries.remove();
		}
	}

	private record Entry(Scope scope, @Nullable Entry outer) {
	}

}
