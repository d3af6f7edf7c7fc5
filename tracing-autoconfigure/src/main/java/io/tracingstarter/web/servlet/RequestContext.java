package io.tracingstarter.web.servlet;

import io.opentelemetry.context.Context;
import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Remembers on a request the context with its ids, for the dispatches that follow on
 * other threads or after the span has ended.
 */
public final class RequestContext {

	private static final String ATTRIBUTE = RequestContext.class.getName();

	private RequestContext() {
	}

	/**
	 * The context of a request.
	 * @param request the request
	 * @return its ids; {@code null} where no filter of ours has seen it
	 */
	public static @Nullable Context of(ServletRequest request) {
		return (Context) request.getAttribute(ATTRIBUTE);
	}

	static void remember(ServletRequest request, Context context) {
		request.setAttribute(ATTRIBUTE, context);
	}

}
