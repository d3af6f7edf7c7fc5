package io.tracingstarter.web.servlet;

import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.tracingstarter.correlation.CorrelationContext;
import io.tracingstarter.correlation.CorrelationIdResolver;
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

	private final CorrelationIdResolver resolver;

	private final ResponseHeaders headers;

	/**
	 * Creates the filter.
	 * @param resolver decides which id a request has
	 * @param headers names of the headers to answer with, where a filter right behind
	 * this one answers by itself
	 */
	public CorrelationIdFilter(CorrelationIdResolver resolver, ResponseHeaders headers) {
		this.resolver = resolver;
		this.headers = headers;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		Context context = contextOf(request);
		if (context == Context.current()) {
			chain.doFilter(request, response);
			return;
		}
		try (Scope scope = CorrelationContext.attach(context)) {
			if (response instanceof HttpServletResponse http && !response.isCommitted()) {
				this.headers.write(context, http::setHeader);
			}
			chain.doFilter(request, response);
		}
	}

	/**
	 * A pooled thread belongs to no request: what somebody forgot on it does not count.
	 */
	private Context contextOf(ServletRequest request) {
		Context earlier = RequestContext.of(request);
		if (earlier != null) {
			return earlier;
		}
		return (request instanceof HttpServletRequest http) ? this.resolver.resolve(Context.root(), http, HEADERS)
				: Context.root();
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
