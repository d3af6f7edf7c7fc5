package io.tracingstarter.instrument.apachehttp;

import io.tracingstarter.web.client.ClientCalls;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

/**
 * Makes blocking Apache HTTP clients propagate the ids and have client spans.
 * <p>
 * A client that is a bean has both already. For one that a method makes for itself:
 *
 * <pre>{@code
 * CloseableHttpClient client = this.apacheHttpClients.observe(HttpClients.createDefault());
 * }</pre>
 */
public final class ApacheHttpClients {

	private final ClientCalls calls;

	/**
	 * Creates the factory.
	 * @param calls observes the calls
	 */
	public ApacheHttpClients(ClientCalls calls) {
		this.calls = calls;
	}

	/**
	 * Wraps a client.
	 * @param client any client
	 * @return the same client, with ids and spans; the one given if it has them already
	 */
	public CloseableHttpClient observe(CloseableHttpClient client) {
		return (client instanceof ObservedHttpClient) ? client : new ObservedHttpClient(client, this.calls);
	}

}
