package io.tracingstarter.web;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;

/**
 * Adds to the context of a request before anything of it is traced. Called once for each
 * request, on its thread; what it does is paid by every request.
 */
public interface RequestContextCustomizer {

	/**
	 * Adds to a context.
	 * @param <R> the request's type
	 * @param context has the request's correlation id
	 * @param method HTTP method, such as {@code GET}
	 * @param path below the application's context path, not decoded
	 * @param request the request
	 * @param headers reads its headers
	 * @return the context for the request
	 */
	<R> Context customize(Context context, String method, String path, R request, TextMapGetter<R> headers);

}
