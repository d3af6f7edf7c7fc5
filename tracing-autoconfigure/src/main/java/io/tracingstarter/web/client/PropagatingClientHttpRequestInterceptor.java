package io.tracingstarter.web.client;

import java.io.IOException;

import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Propagates the ids with a {@code RestTemplate} or {@code RestClient}.
 * <p>
 * Clients that are beans, or come from Boot's builders, have it already. Add the bean by
 * hand to a client that a method makes for itself:
 *
 * <pre>{@code
 * RestClient.builder().requestInterceptor(this.propagation).build();
 * }</pre>
 */
public final class PropagatingClientHttpRequestInterceptor implements ClientHttpRequestInterceptor {

	private final OutgoingIds ids;

	/**
	 * Creates the interceptor.
	 * @param ids what a request must carry
	 */
	public PropagatingClientHttpRequestInterceptor(OutgoingIds ids) {
		this.ids = ids;
	}

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		String host = PropagationTargets.hostOf(request.getURI());
		if (!this.ids.areComplete(host, request.getHeaders())) {
			this.ids.apply(host, request.getHeaders());
		}
		return execution.execute(request, body);
	}

}
