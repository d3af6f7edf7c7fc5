package io.tracingstarter.web.servlet;

import java.util.function.Function;

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

	/**
	 * The context of a request, for a container that has the attributes without the
	 * servlet's request.
	 * @param attributes finds an attribute of the request by its name
	 * @return its ids; none where no filter of ours has seen it
	 */
	public static Context of(Function<String, @Nullable Object> attributes) {
		Context context = (Context) attributes.apply(ATTRIBUTE);
		return (context != null) ? context : Context.root();
	}

	static void remember(ServletRequest request, Context context) {
		request.setAttribute(ATTRIBUTE, context);
	}

}
