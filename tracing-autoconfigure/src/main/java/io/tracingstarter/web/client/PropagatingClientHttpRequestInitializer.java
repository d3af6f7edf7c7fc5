package io.tracingstarter.web.client;

import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestInitializer;

/**
 * Propagates the ids with a {@code RestTemplate} or {@code RestClient} whose requests are
 * observed, so that the observation has the last word.
 * <p>
 * An interceptor does more, and has its price: Spring keeps the whole body of a request
 * in memory for it, where it would stream otherwise.
 */
public final class PropagatingClientHttpRequestInitializer implements ClientHttpRequestInitializer {

	private final OutgoingIds ids;

	/**
	 * Creates the initializer.
	 * @param ids what a request must carry
	 */
	public PropagatingClientHttpRequestInitializer(OutgoingIds ids) {
		this.ids = ids;
	}

	@Override
	public void initialize(ClientHttpRequest request) {
		this.ids.apply(PropagationTargets.hostOf(request.getURI()), request.getHeaders());
	}

}
