package io.tracingstarter.instrument.jdkhttp;

import java.net.http.HttpClient;

import io.tracingstarter.web.client.ClientCalls;

/**
 * Makes HTTP clients of the JDK propagate the ids and have client spans.
 * <p>
 * A client that is a bean has both already. For one that a method makes for itself:
 *
 * <pre>{@code
 * HttpClient client = this.httpClients.observe(HttpClient.newHttpClient());
 * }</pre>
 */
public final class JdkHttpClients {

	private final ClientCalls calls;

	/**
	 * Creates the factory.
	 * @param calls observes the calls
	 */
	public JdkHttpClients(ClientCalls calls) {
		this.calls = calls;
	}

	/**
	 * Wraps a client.
	 * @param client any client
	 * @return the same client, with ids and spans; the one given if it has them already
	 */
	public HttpClient observe(HttpClient client) {
		return (client instanceof ObservedHttpClient) ? client : new ObservedHttpClient(client, this.calls);
	}

}
