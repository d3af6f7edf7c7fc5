package io.tracingstarter.web.servlet;

import java.io.IOException;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.tracingstarter.correlation.CorrelationContext;
import io.tracingstarter.correlation.RandomIds;
import io.tracingstarter.web.ResponseHeaders;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Answers with the ids of the request, before anything can commit the response.
 * <p>
 * Stands right behind Boot's observation filter, where the trace id is known. A request
 * that has no trace gets its correlation id here.
 */
public final class ResponseIdsFilter implements Filter {

	private final ResponseHeaders headers;

	/**
	 * Creates the filter.
	 * @param headers names of the headers to answer with
	 */
	public ResponseIdsFilter(ResponseHeaders headers) {
		this.headers = headers;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		Context context = Context.current();
		if (CorrelationContext.idOf(context) != null) {
			proceed(request, answer(context, request, response), chain);
			return;
		}
		context = CorrelationContext.with(context, RandomIds.next());
		try (Scope scope = CorrelationContext.attach(context)) {
			proceed(request, answer(context, request, response), chain);
		}
	}

	private static void proceed(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		try {
			chain.doFilter(request, response);
		}
		finally {
			if (request.isAsyncStarted() && request.getDispatcherType() == DispatcherType.REQUEST) {
				AsyncRequest.watch(request);
			}
		}
	}

	private ServletResponse answer(Context context, ServletRequest request, ServletResponse response) {
		if (RequestContext.of(request) != context) {
			RequestContext.remember(request, context);
		}
		if (response instanceof HttpServletResponse http && !response.isCommitted()) {
			return new IdsKeepingResponse(http, this.headers, context);
		}
		return response;
	}

}
