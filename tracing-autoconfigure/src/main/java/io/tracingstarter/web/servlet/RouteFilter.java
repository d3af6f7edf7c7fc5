package io.tracingstarter.web.servlet;

import java.io.IOException;
import java.util.function.Function;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which route a request was mapped to, before the dispatch to an error page
 * puts that page's route in its place.
 */
public final class RouteFilter implements Filter {

	private static final String ATTRIBUTE = RouteFilter.class.getName();

	/** Where Spring MVC says so. */
	private static final String PATTERN = "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern";

	/**
	 * The route of a request.
	 * @param attributes finds an attribute of the request by its name
	 * @return a template such as <code>/orders/{id}</code>; {@code null} where nothing
	 * was mapped
	 */
	public static @Nullable String routeOf(Function<String, @Nullable Object> attributes) {
		return (String) attributes.apply(ATTRIBUTE);
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		try {
			chain.doFilter(request, response);
		}
		finally {
			Object pattern = request.getAttribute(PATTERN);
			if (pattern != null) {
				request.setAttribute(ATTRIBUTE, pattern.toString());
			}
		}
	}

}
