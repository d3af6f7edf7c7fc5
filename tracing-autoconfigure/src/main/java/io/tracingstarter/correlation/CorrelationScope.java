package io.tracingstarter.correlation;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Gives a correlation id to work that no request started: a job, a message, a test.
 *
 * <pre>{@code
 * try (CorrelationScope scope = CorrelationScope.open("import-2026-11-20")) {
 *     importer.run();
 * }
 * }</pre>
 *
 * Until it is closed, log lines, spans and outgoing calls of this thread carry the id.
 * Open it before the first span of the work, and close it on the thread that opened it.
 * Scopes may be nested; closing one brings back what was there before.
 */
public final class CorrelationScope implements AutoCloseable {

	private final String id;

	private final Scope scope;

	private CorrelationScope(String id) {
		this.id = id;
		this.scope = CorrelationContext.attach(CorrelationContext.with(Context.current(), id));
	}

	/**
	 * Opens a scope with a new random id.
	 * @return the scope, to be closed
	 */
	public static CorrelationScope open() {
		return new CorrelationScope(RandomIds.next());
	}

	/**
	 * Opens a scope with a known id.
	 * @param id the id
	 * @return the scope, to be closed
	 * @throws IllegalArgumentException if the id is not valid
	 */
	public static CorrelationScope open(String id) {
		return open(new CorrelationId(id));
	}

	/**
	 * Opens a scope with a known id.
	 * @param id the id
	 * @return the scope, to be closed
	 */
	public static CorrelationScope open(CorrelationId id) {
		return new CorrelationScope(id.value());
	}

	/**
	 * Opens a scope with an id that came from outside, such as a field of a message.
	 * @param untrusted the id, or {@code null}; one that is not valid is replaced by a
	 * new one
	 * @return the scope, to be closed
	 */
	public static CorrelationScope openOrCreate(@Nullable String untrusted) {
		if (untrusted == null || CorrelationId.check(untrusted) != null) {
			return open();
		}
		return new CorrelationScope(untrusted);
	}

	/**
	 * The id of this scope.
	 * @return the id
	 */
	public CorrelationId id() {
		return new CorrelationId(this.id);
	}

	@Override
	public void close() {
		this.scope.close();
	}

}
