package io.tracingstarter.web.reactive;

import io.opentelemetry.context.Context;

import org.springframework.web.server.ServerWebExchange;

/**
 * Remembers on a request the context with its ids, for what comes after the chain of
 * filters, where no thread and no Reactor context has them any more.
 */
public final class ExchangeContext {

	private static final String ATTRIBUTE = ExchangeContext.class.getName();

	private ExchangeContext() {
	}

	/**
	 * The context of a request.
	 * @param exchange the request
	 * @return its ids; none where no filter of ours has seen it
	 */
	public static Context of(ServerWebExchange exchange) {
		return exchange.getAttributeOrDefault(ATTRIBUTE, Context.root());
	}

	static void remember(ServerWebExchange exchange, Context context) {
		exchange.getAttributes().put(ATTRIBUTE, context);
	}

}
