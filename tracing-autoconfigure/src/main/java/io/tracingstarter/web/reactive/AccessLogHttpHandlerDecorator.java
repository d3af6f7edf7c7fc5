package io.tracingstarter.web.reactive;

import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicReference;

import io.opentelemetry.context.Context;
import io.tracingstarter.guard.Fault;
import io.tracingstarter.web.AccessLogEntry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;

/**
 * Writes one line for each request that WebFlux has answered, failed or not, or that the
 * client gave up.
 */
public final class AccessLogHttpHandlerDecorator implements HttpHandlerDecoratorFactory {

	private static final Object EXCHANGE_KEY = AccessLogHttpHandlerDecorator.class;

	private static final int OK = 200;

	private final Fault fault = new Fault(this);

	@Override
	public HttpHandler apply(HttpHandler handler) {
		return (request, response) -> Mono.defer(() -> handle(handler, request, response));
	}

	private Mono<Void> handle(HttpHandler handler, ServerHttpRequest request, ServerHttpResponse response) {
		long start = System.nanoTime();
		AtomicReference<@Nullable ServerWebExchange> exchange = new AtomicReference<>();
		CountingResponse counting = new CountingResponse(response);
		return handler.handle(request, counting)
			.doFinally((signal) -> write(request, counting, exchange.get(), System.nanoTime() - start))
			.contextWrite((context) -> context.put(EXCHANGE_KEY, exchange));
	}

	/** Called where the exchange is known, which has the ids and the route. */
	@SuppressWarnings("unchecked")
	static void remember(ServerWebExchange exchange, ContextView view) {
		if (view.hasKey(EXCHANGE_KEY)) {
			((AtomicReference<ServerWebExchange>) view.get(EXCHANGE_KEY)).set(exchange);
		}
	}

	private void write(ServerHttpRequest request, CountingResponse response, @Nullable ServerWebExchange exchange,
			long nanos) {
		try {
			HttpStatusCode status = response.getStatusCode();
			// behind a proxy, the exchange has the true address
			ServerHttpRequest effective = (exchange != null) ? exchange.getRequest() : request;
			new AccessLogEntry(request.getMethod().name(), routeOf(exchange), (status != null) ? status.value() : OK,
					nanos, response.bytes(), clientOf(effective), request.getHeaders().getFirst("User-Agent"))
				.write((exchange != null) ? ExchangeContext.of(exchange) : Context.root());
		}
		catch (RuntimeException ex) {
			this.fault.warn(ex);
		}
	}

	private static @Nullable String routeOf(@Nullable ServerWebExchange exchange) {
		Object pattern = (exchange != null) ? exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
				: null;
		return (pattern != null) ? pattern.toString() : null;
	}

	private static @Nullable String clientOf(ServerHttpRequest request) {
		InetSocketAddress address = request.getRemoteAddress();
		if (address == null) {
			return null;
		}
		return (address.getAddress() != null) ? address.getAddress().getHostAddress() : address.getHostString();
	}

}
