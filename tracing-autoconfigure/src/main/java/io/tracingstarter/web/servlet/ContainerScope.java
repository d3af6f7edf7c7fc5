package io.tracingstarter.web.servlet;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.tracingstarter.correlation.CorrelationContext;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the ids of a failed request on its thread after the filters have left, until the
 * container has logged the failure.
 * <p>
 * The container opens it around a request and closes it on the same thread; without that
 * nothing is kept.
 */
public final class ContainerScope implements AutoCloseable {

	private static final ThreadLocal<@Nullable ContainerScope> current = new ThreadLocal<>();

	private final @Nullable ContainerScope outer;

	private @Nullable Scope kept;

	private ContainerScope(@Nullable ContainerScope outer) {
		this.outer = outer;
	}

	/**
	 * Opens a scope around what the container does for a request.
	 * @return the scope, to be closed on this thread
	 */
	public static ContainerScope open() {
		ContainerScope scope = new ContainerScope(current.get());
		current.set(scope);
		return scope;
	}

	/** Closes the scope that was opened last on this thread, if there is one. */
	public static void closeCurrent() {
		ContainerScope scope = current.get();
		if (scope != null) {
			scope.close();
		}
	}

	/** Shows the ids again, right after the filter has taken them away. */
	static void keep(Context context) {
		ContainerScope scope = current.get();
		if (scope != null && scope.kept == null) {
			scope.kept = CorrelationContext.attach(context);
		}
	}

	@Override
	public void close() {
		if (this.outer != null) {
			current.set(this.outer);
		}
		else {
			current.remove();
		}
		if (this.kept != null) {
			this.kept.close();
		}
	}

}
