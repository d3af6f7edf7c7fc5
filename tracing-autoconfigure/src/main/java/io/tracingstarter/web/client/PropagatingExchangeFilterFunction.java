package io.tracingstarter.web.client;

import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.tracingstarter.correlation.CorrelationIdThreadLocalAccessor;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;

/**
 * Propagates the ids with a {@code WebClient}.
 * <p>
 * Clients that are beans, or come from Boot's builder, have it already. Add the bean by
 * hand to a client that a method makes for itself:
 *
 * <pre>{@code
 * WebClient.builder().filter(this.propagation).build();
 * }</pre>
 */
public final class PropagatingExchangeFilterFunction implements ExchangeFilterFunction {

	private static final ContextSnapshotFactory snapshots = ContextSnapshotFactory.builder().build();

	/** What the headers are made of, and no more. */
	private static final String[] KEYS = { ObservationThreadLocalAccessor.KEY, CorrelationIdThreadLocalAccessor.KEY };

	private final OutgoingIds ids;

	/**
	 * Creates the filter function.
	 * @param ids what a request must carry
	 */
	public PropagatingExchangeFilterFunction(OutgoingIds ids) {
		this.ids = ids;
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return Mono.deferContextual((view) -> next.exchange(withIds(request, view)));
	}

	/**
	 * Reads the ids from the Reactor context, whether or not Reactor itself restores
	 * thread locals.
	 */
	private ClientRequest withIds(ClientRequest request, ContextView view) {
		String host = PropagationTargets.hostOf(request.url());
		try (ContextSnapshot.Scope scope = snapshots.setThreadLocalsFrom(view, KEYS)) {
			if (this.ids.areComplete(host, request.headers())) {
				return request;
			}
			return ClientRequest.from(request).headers((headers) -> this.ids.apply(host, headers)).build();
		}
	}

}
