package io.tracingstarter.concurrent;

import java.util.Set;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.tracing.contextpropagation.ObservationAwareSpanThreadLocalAccessor;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.tracingstarter.correlation.CorrelationContext;
import io.tracingstarter.correlation.CorrelationIdThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one thread knew at one moment, to be known on others. May be opened on several
 * threads at once, and any number of times.
 */
public final class CapturedContext {

	private static final Logger logger = LoggerFactory.getLogger(CapturedContext.class);

	/**
	 * What tracing needs, and no more: that other thread locals follow, a security
	 * context above all, is not for tracing to decide.
	 */
	private static final Set<Object> KEYS = Set.of(ObservationThreadLocalAccessor.KEY,
			ObservationAwareSpanThreadLocalAccessor.KEY, CorrelationIdThreadLocalAccessor.KEY);

	private static final ContextSnapshotFactory snapshots = ContextSnapshotFactory.builder()
		.captureKeyPredicate(KEYS::contains)
		.build();

	private static final ContextSnapshot NOTHING = ContextSnapshotFactory.builder()
		.contextRegistry(new ContextRegistry())
		.build()
		.captureAll();

	private final ContextSnapshot snapshot;

	private final Context context;

	private CapturedContext(ContextSnapshot snapshot, Context context) {
		this.snapshot = snapshot;
		this.context = context;
	}

	/**
	 * Captures what this thread knows now.
	 * @return what to open elsewhere; {@code null} where there is nothing to carry
	 */
	public static @Nullable CapturedContext capture() {
		try {
			ContextSnapshot snapshot = snapshots.captureAll();
			Context context = Context.current();
			return (context == Context.root() && snapshot.equals(NOTHING)) ? null
					: new CapturedContext(snapshot, context);
		}
		catch (RuntimeException ex) {
			logger.debug("A task runs without the ids of its request", ex);
			return null;
		}
	}

	/**
	 * Makes it known on this thread.
	 * @return brings back what was there, to be closed on the same thread
	 */
	public Scope open() {
		ContextSnapshot.Scope locals = setThreadLocals();
		// an observation brings its own span only: not one that was made by hand inside
		// it, and not the id of a scope
		Scope scope = CorrelationContext.attach(this.context);
		Observation.Scope observed = currentScope();
		return () -> {
			closeInside(observed);
			scope.close();
			locals.close();
		};
	}

	/**
	 * What a task has opened and forgotten would stay on its thread, and ours with it.
	 */
	private static void closeInside(Observation.@Nullable Scope observed) {
		Observation.Scope current = currentScope();
		while (current != null && current != observed && isInside(current, observed)) {
			current.close();
			current = currentScope();
		}
	}

	private static boolean isInside(Observation.Scope scope, Observation.@Nullable Scope observed) {
		Observation.Scope enclosing = scope;
		while (enclosing != null && enclosing != observed) {
			enclosing = enclosing.getPreviousObservationScope();
		}
		return enclosing == observed;
	}

	private static Observation.@Nullable Scope currentScope() {
		return ObservationThreadLocalAccessor.getInstance().getObservationRegistry().getCurrentObservationScope();
	}

	private ContextSnapshot.Scope setThreadLocals() {
		try {
			return this.snapshot.setThreadLocals();
		}
		catch (RuntimeException ex) {
			logger.debug("A task runs without the observation of its request", ex);
			return () -> {
			};
		}
	}

}
