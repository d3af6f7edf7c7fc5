package io.tracingstarter.instrument.okhttp;

import io.tracingstarter.web.client.ClientCalls;
import okhttp3.OkHttpClient;

/**
 * Makes OkHttp clients propagate the ids and have client spans.
 * <p>
 * A client that is a bean has both already. For one that a method makes for itself:
 *
 * <pre>{@code
 * OkHttpClient client = this.okHttpClients.observe(new OkHttpClient());
 * }</pre>
 */
public final class OkHttpClients {

	private final ClientCalls calls;

	/**
	 * Creates the factory.
	 * @param calls observes the calls
	 */
	public OkHttpClients(ClientCalls calls) {
		this.calls = calls;
	}

	/**
	 * Builds the same client anew, on its connections and threads.
	 * @param client any client
	 * @return a client with ids and spans; the one given if it has them already
	 */
	public OkHttpClient observe(OkHttpClient client) {
		if (client.interceptors().stream().anyMatch(ObservingInterceptor.class::isInstance)) {
			return client;
		}
		OkHttpCallers callers = new OkHttpCallers(client.eventListenerFactory());
		return client.newBuilder()
			.eventListenerFactory(callers)
			.addInterceptor(new ObservingInterceptor(this.calls, callers))
			.build();
	}

}
