package io.tracingstarter.web;

import java.util.List;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.tracingstarter.correlation.CorrelationContext;
import io.tracingstarter.correlation.CorrelationIdResolver;

/**
 * Decides about a request before anything of it is traced: which correlation id it has,
 * whether it is noise, and what others want to know of it.
 */
public final class RequestStart {

	private final CorrelationIdResolver resolver;

	private final NoiseMatcher noise;

	private final RequestContextCustomizer[] customizers;

	/**
	 * Creates the decision.
	 * @param resolver decides which id a request has
	 * @param noise knows the requests that are not to be traced
	 * @param customizers add to the context of those that are
	 */
	public RequestStart(CorrelationIdResolver resolver, NoiseMatcher noise,
			List<RequestContextCustomizer> customizers) {
		this.resolver = resolver;
		this.noise = noise;
		this.customizers = customizers.toArray(RequestContextCustomizer[]::new);
	}

	/**
	 * Returns the context that a request begins with. What a pooled thread still has of
	 * another request does not count.
	 * @param <R> the request's type
	 * @param request the request
	 * @param headers reads its headers
	 * @param method HTTP method, such as {@code GET}
	 * @param path below the application's context path, not decoded
	 * @return a context without a span
	 */
	public <R> Context contextOf(R request, TextMapGetter<R> headers, String method, String path) {
		Context context = this.resolver.resolve(Context.root(), request, headers);
		if (this.noise.matches(path, headers.get(request, "User-Agent"))) {
			return CorrelationContext.untraced(context);
		}
		for (RequestContextCustomizer customizer : this.customizers) {
			context = customizer.customize(context, method, path, request, headers);
		}
		return context;
	}

}
