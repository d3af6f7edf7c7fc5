package io.tracingstarter.autoconfigure.web.client;

import java.util.List;

import io.tracingstarter.web.client.OutgoingIds;
import io.tracingstarter.web.client.PropagatingClientHttpRequestInitializer;
import io.tracingstarter.web.client.PropagatingClientHttpRequestInterceptor;

import org.springframework.http.client.ClientHttpRequestInitializer;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * Adds to an observed client what makes it propagate the ids: an interceptor only where
 * ids must be taken away again or no observation writes them, because it keeps request
 * bodies from streaming.
 */
class RestClientPropagation {

	private final boolean intercept;

	private final PropagatingClientHttpRequestInterceptor interceptor;

	private final PropagatingClientHttpRequestInitializer initializer;

	RestClientPropagation(OutgoingIds ids, PropagatingClientHttpRequestInterceptor interceptor) {
		this.intercept = ids.needLastWord();
		this.interceptor = interceptor;
		this.initializer = new PropagatingClientHttpRequestInitializer(ids);
	}

	/** Returns whether there was something to add. */
	boolean addTo(RestTemplate template) {
		return this.intercept ? addInterceptor(template.getInterceptors())
				: addInitializer(template.getClientHttpRequestInitializers());
	}

	/**
	 * Returns whether there was something to add. To look at a builder's interceptors is
	 * enough to make it buffer.
	 */
	boolean addTo(RestClient.Builder builder) {
		boolean[] added = new boolean[1];
		if (this.intercept) {
			builder.requestInterceptors((interceptors) -> added[0] = addInterceptor(interceptors));
		}
		else {
			builder.requestInitializers((initializers) -> added[0] = addInitializer(initializers));
		}
		return added[0];
	}

	private boolean addInterceptor(List<ClientHttpRequestInterceptor> interceptors) {
		return interceptors.stream().noneMatch(PropagatingClientHttpRequestInterceptor.class::isInstance)
				&& interceptors.add(this.interceptor);
	}

	private boolean addInitializer(List<ClientHttpRequestInitializer> initializers) {
		return initializers.stream().noneMatch(PropagatingClientHttpRequestInitializer.class::isInstance)
				&& initializers.add(this.initializer);
	}

}
