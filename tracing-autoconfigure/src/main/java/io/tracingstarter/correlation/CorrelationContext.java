package io.tracingstarter.correlation;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the correlation id of an OpenTelemetry {@link Context}.
 * <p>
 * A context either holds an id of its own, or has the id of its trace. The second needs
 * no entry, so that a request without an incoming id pays nothing for having one.
 */
public final class CorrelationContext {

	private static final ContextKey<String> KEY = ContextKey.named("correlation-id");

	/** Says that the id is the trace's, whatever a header further down says. */
	private static final String TRACE_ID = "";

	private static final ContextKey<Boolean> UNTRACED = ContextKey.named("untraced");

	private CorrelationContext() {
	}

	/**
	 * Puts an id into a context.
	 * @param context the context to start from
	 * @param id a valid id; the caller has checked it
	 * @return a context that holds the id
	 */
	public static Context with(Context context, String id) {
		return context.with(KEY, id);
	}

	/**
	 * Decides that the id of a context is that of its trace, so that no propagator takes
	 * one from a header any more.
	 * @param context the context to start from
	 * @return a context without an id of its own
	 */
	public static Context withTraceId(Context context) {
		return context.with(KEY, TRACE_ID);
	}

	/**
	 * Whether somebody already decided what the id of this context is.
	 * @param context the context
	 * @return {@code false} if headers may still be asked
	 */
	public static boolean isDecided(Context context) {
		return context.get(KEY) != null;
	}

	/**
	 * The id that a context holds itself.
	 * @param context the context
	 * @return the id; {@code null} where the id is the trace's or there is none
	 */
	public static @Nullable String ownIdOf(Context context) {
		String id = context.get(KEY);
		return (id != null && !id.isEmpty()) ? id : null;
	}

	/**
	 * The correlation id of a context: its own, else the id of its trace.
	 * @param context the context
	 * @return the id; {@code null} where there is neither
	 */
	public static @Nullable String idOf(Context context) {
		String id = ownIdOf(context);
		return (id != null) ? id : traceIdOf(context);
	}

	/**
	 * Says that nothing of what runs in a context is to be observed.
	 * @param context the context to start from
	 * @return a context in which no observation starts
	 */
	public static Context untraced(Context context) {
		return context.with(UNTRACED, Boolean.TRUE);
	}

	/**
	 * Whether nothing of what runs in a context is to be observed.
	 * @param context the context
	 * @return whether {@link #untraced} was said of it
	 */
	public static boolean isUntraced(Context context) {
		return context.get(UNTRACED) != null;
	}

	/**
	 * What has to be taken to another thread because no observation does it.
	 * @param context the context
	 * @return a context with the id and nothing else; {@code null} where a span brings it
	 * or there is none
	 */
	public static @Nullable Context carried(Context context) {
		boolean untraced = isUntraced(context);
		String id = ownIdOf(context);
		if ((id == null && !untraced) || (traceIdOf(context) != null && !untraced)) {
			return null;
		}
		return onto(Context.root(), id, untraced);
	}

	/**
	 * Brings what was taken from another thread into a context.
	 * @param context the context to start from
	 * @param carried what {@link #carried} returned
	 * @return a context with both
	 */
	public static Context withCarried(Context context, Context carried) {
		return onto(context, ownIdOf(carried), isUntraced(carried));
	}

	private static Context onto(Context context, @Nullable String id, boolean untraced) {
		Context result = (id != null) ? with(context, id) : context;
		return untraced ? untraced(result) : result;
	}

	/**
	 * Makes a context current on this thread, and shows its id in the MDC. With a tracing
	 * bridge the MDC follows by itself; here it does so without one, too.
	 * @param context the context
	 * @return brings back what was there, to be closed on this thread
	 */
	public static Scope attach(Context context) {
		Scope scope = context.makeCurrent();
		CorrelationMdc.showCurrent();
		return () -> {
			scope.close();
			CorrelationMdc.showCurrent();
		};
	}

	/**
	 * The trace id of a context.
	 * @param context the context
	 * @return 32 lower-case hexadecimal digits; {@code null} where there is no valid span
	 */
	public static @Nullable String traceIdOf(Context context) {
		SpanContext span = Span.fromContext(context).getSpanContext();
		return span.isValid() ? span.getTraceId() : null;
	}

}
