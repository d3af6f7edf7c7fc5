package io.tracingstarter.sampling;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import org.jspecify.annotations.Nullable;

/**
 * What samplers have to know of a request beside its span, which has no attributes yet
 * when they are asked.
 *
 * @param method HTTP method, such as {@code GET}
 * @param path below the application's context path, not decoded
 * @param host the header {@code Host}; {@code null} where there is none
 * @param debug whether the request has the debug header with the right secret
 */
public record RequestHints(String method, String path, @Nullable String host, boolean debug) {

	private static final ContextKey<RequestHints> KEY = ContextKey.named("tracing-sampling-hints");

	Context in(Context context) {
		return context.with(KEY, this);
	}

	/**
	 * Returns what is known of the request that a context belongs to.
	 * @param context the parent of the span to be started
	 * @return the hints, or {@code null} where it is no request or nobody needs them
	 */
	public static @Nullable RequestHints of(Context context) {
		return context.get(KEY);
	}

}
