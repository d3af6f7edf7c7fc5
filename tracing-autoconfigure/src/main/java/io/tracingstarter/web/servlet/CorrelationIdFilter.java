package io.tracingstarter.web.servlet;

import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.tracingstarter.correlation.CorrelationContext;
import io.tracingstarter.web.RequestStart;
import io.tracingstarter.web.ResponseHeaders;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Accepts or creates the correlation id of a request.
 * <p>
 * Stands before everything else, Boot's observation filter included, so that the id is
 * there when the server span starts and rides it from then on.
 */
public final class CorrelationIdFilter implements Filter {

	private static final HeaderGetter HEADERS = new HeaderGetter();

	private final RequestStart start;

	private final ResponseHeaders headers;

	/**
	 * Creates the filter.
	 * @param start decides what a request begins with
	 * @param headers names of the headers to answer with, where a filter right behind
	 * this one answers by itself
	 */
	public CorrelationIdFilter(RequestStart start, ResponseHeaders headers) {
		this.start = start;
		this.headers = headers;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		Context context = contextOf(request);
		try (Scope scope = (context != Context.current()) ? CorrelationContext.attach(context) : Scope.noop()) {
			answer(context, response);
			chain.doFilter(request, response);
		}
		catch (Throwable ex) {
			Context known = RequestContext.of(request);
			ContainerScope.keep((known != null) ? known : context);
			throw ex;
		}
	}

	private void answer(Context context, ServletResponse response) {
		if (context != Context.root() && response instanceof HttpServletResponse http && !response.isCommitted()) {
			this.headers.write(context, http::setHeader);
		}
	}

	private Context contextOf(ServletRequest request) {
		Context earlier = RequestContext.of(request);
		if (earlier != null) {
			return earlier;
		}
		return (request instanceof HttpServletRequest http)
				? this.start.contextOf(http, HEADERS, http.getMethod(), ServletRequestPath.of(http)) : Context.root();
	}

	private static final class HeaderGetter implements TextMapGetter<HttpServletRequest> {

		@Override
		public Iterable<String> keys(HttpServletRequest request) {
			return Collections.list(request.getHeaderNames());
		}

		@Override
		public @Nullable String get(@Nullable HttpServletRequest request, String name) {
			return (request != null) ? request.getHeader(name) : null;
		}

		@Override
		public Iterator<String> getAll(@Nullable HttpServletRequest request, String name) {
			return (request != null) ? request.getHeaders(name).asIterator() : Collections.emptyIterator();
		}

	}

}
