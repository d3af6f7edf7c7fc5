package io.tracingstarter.sampling;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import org.jspecify.annotations.Nullable;

/**
 * What samplers have to know of a request beside its span, which has no attributes yet
 * when they are asked.
 */
final class RequestHints {

	private static final ContextKey<String> PATH = ContextKey.named("tracing-sampling-path");

	private static final ContextKey<Boolean> DEBUG = ContextKey.named("tracing-sampling-debug");

	private RequestHints() {
	}

	static Context withPath(Context context, String path) {
		return context.with(PATH, path);
	}

	static @Nullable String pathOf(Context context) {
		return context.get(PATH);
	}

	static Context withDebug(Context context) {
		return context.with(DEBUG, Boolean.TRUE);
	}

	static boolean isDebug(Context context) {
		return context.get(DEBUG) != null;
	}

}
