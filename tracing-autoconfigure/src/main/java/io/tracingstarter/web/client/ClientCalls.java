package io.tracingstarter.web.client;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Observes the calls of HTTP clients that Spring does not know, under the name and with
 * the keys of those that it does, so that a dashboard shows all of them.
 */
public final class ClientCalls {

	private final OutgoingIds ids;

	private final Supplier<@Nullable ObservationRegistry> registry;

	/**
	 * Creates the observer.
	 * @param ids what a request must carry
	 * @param registry asked at each call; may have none, and then ids are carried and no
	 * span is made
	 */
	public ClientCalls(OutgoingIds ids, Supplier<@Nullable ObservationRegistry> registry) {
		this.ids = ids;
		this.registry = registry;
	}

	/**
	 * Begins a call, on the thread whose work it belongs to.
	 * @param method the HTTP method
	 * @param uri where it goes
	 * @param headers a copy of the headers of the request; changed
	 * @return the call, to be ended; with a span unless an outer client made one
	 */
	public ClientCall start(String method, URI uri, HttpHeaders headers) {
		ObservationRegistry registry = this.ids.hasTrace(headers) ? null : this.registry.get();
		ClientCallContext context = new ClientCallContext(method, uri, headers);
		Observation observation = Observation.NOOP;
		if (registry != null) {
			observation = Observation.start(ClientCallConvention.INSTANCE, () -> context, registry);
		}
		this.ids.apply(PropagationTargets.hostOf(uri), headers);
		return new ClientCall(observation, context, headers);
	}

	/**
	 * Sees to the ids of a call that somebody else observes.
	 * @param authority host of the call, with or without a port
	 * @param headers a copy of the ids that the call has; changed
	 */
	public void carry(@Nullable String authority, HttpHeaders headers) {
		this.ids.apply((authority != null) ? PropagationTargets.hostOf(authority) : null, headers);
	}

	/**
	 * The headers that a call may change: whatever a request has of them, its call's
	 * headers replace it.
	 * @return their names
	 */
	public List<String> headers() {
		return this.ids.headers();
	}

}
