package io.tracingstarter.web.servlet;

import io.opentelemetry.context.Context;
import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Remembers on a request the context with its ids, for the dispatches that follow on
 * other threads or after the span has ended.
 */
final class RequestContext {

	private static final String ATTRIBUTE = RequestContext.class.getName();

	private RequestContext() {
	}

	static @Nullable Context of(ServletRequest request) {
		return (Context) request.getAttribute(ATTRIBUTE);
	}

	static void remember(ServletRequest request, Context context) {
		request.setAttribute(ATTRIBUTE, context);
	}

}
