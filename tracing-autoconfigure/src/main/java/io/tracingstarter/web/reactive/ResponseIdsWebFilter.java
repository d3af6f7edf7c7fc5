package io.tracingstarter.web.reactive;

import java.util.function.BiFunction;

import io.opentelemetry.context.Context;
import io.tracingstarter.correlation.CorrelationContext;
import io.tracingstarter.correlation.CorrelationIdThreadLocalAccessor;
import io.tracingstarter.correlation.RandomIds;
import io.tracingstarter.web.ResponseHeaders;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Answers with the ids of the request, before anything can commit the response.
 * <p>
 * The server span has been started when the first web filter runs. A request that has no
 * trace gets its correlation id here, and takes it along in the Reactor context.
 */
public final class ResponseIdsWebFilter implements WebFilter, Ordered {

	private final ResponseHeaders headers;

	private final BiFunction<ServerWebExchange, Context, Context> serverSpan;

	/**
	 * Creates the filter.
	 * @param headers names of the headers to answer with
	 * @param serverSpan adds the server span of a request to a context, where there is
	 * one: {@link ServerSpan#addTo}
	 */
	public ResponseIdsWebFilter(ResponseHeaders headers, BiFunction<ServerWebExchange, Context, Context> serverSpan) {
		this.headers = headers;
		this.serverSpan = serverSpan;
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		return Mono.deferContextual((view) -> filter(exchange, chain, view));
	}

	private Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain, ContextView view) {
		Context accepted = view.getOrDefault(CorrelationIdHttpHandlerDecorator.CONTEXT_KEY, Context.root());
		Context context = this.serverSpan.apply(exchange, accepted);
		if (CorrelationContext.idOf(context) == null) {
			context = CorrelationContext.with(context, RandomIds.next());
		}
		AccessLogHttpHandlerDecorator.remember(exchange, view);
		ExchangeContext.remember(exchange, context);
		if (!exchange.getResponse().isCommitted()) {
			this.headers.write(context, exchange.getResponse().getHeaders()::set);
		}
		Context carried = CorrelationContext.carried(context);
		if (carried == null) {
			return chain.filter(exchange);
		}
		return chain.filter(exchange).contextWrite((inner) -> inner.put(CorrelationIdThreadLocalAccessor.KEY, carried));
	}

}
