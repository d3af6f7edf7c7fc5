package io.tracingstarter.web.reactive;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.tracingstarter.correlation.CorrelationContext;
import io.tracingstarter.web.RequestStart;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Accepts or creates the correlation id of a request.
 * <p>
 * A web filter would come too late: WebFlux starts the server span before the first one.
 */
public final class CorrelationIdHttpHandlerDecorator implements HttpHandlerDecoratorFactory {

	/** Where {@link ResponseIdsWebFilter} finds the context, in the Reactor context. */
	static final Object CONTEXT_KEY = CorrelationIdHttpHandlerDecorator.class;

	private static final HeaderGetter HEADERS = new HeaderGetter();

	private final RequestStart start;

	/**
	 * Creates the decorator.
	 * @param start decides what a request begins with
	 */
	public CorrelationIdHttpHandlerDecorator(RequestStart start) {
		this.start = start;
	}

	@Override
	public HttpHandler apply(HttpHandler handler) {
		return (request, response) -> {
			Context context = this.start.contextOf(request, HEADERS, request.getMethod().name(),
					ReactiveRequestPath.of(request));
			Mono<Void> handling = handler.handle(request, response);
			if (context == Context.root() && context == Context.current()) {
				return handling;
			}
			return new MonoInContext(handling, context).contextWrite((view) -> view.put(CONTEXT_KEY, context));
		};
	}

	/**
	 * Subscribes with the context current, which is when the server span is started.
	 */
	private static final class MonoInContext extends MonoOperator<Void, Void> {

		private final Context context;

		MonoInContext(Mono<Void> source, Context context) {
			super(source);
			this.context = context;
		}

		@Override
		public void subscribe(CoreSubscriber<? super Void> subscriber) {
			try (Scope scope = CorrelationContext.attach(this.context)) {
				this.source.subscribe(subscriber);
			}
		}

	}

	private static final class HeaderGetter implements TextMapGetter<ServerHttpRequest> {

		@Override
		public Iterable<String> keys(ServerHttpRequest request) {
			return request.getHeaders().headerNames();
		}

		@Override
		public @Nullable String get(@Nullable ServerHttpRequest request, String name) {
			return (request != null) ? request.getHeaders().getFirst(name) : null;
		}

		@Override
		public Iterator<String> getAll(@Nullable ServerHttpRequest request, String name) {
			List<String> values = (request != null) ? request.getHeaders().get(name) : null;
			return (values != null) ? values.iterator() : Collections.emptyIterator();
		}

	}

}
