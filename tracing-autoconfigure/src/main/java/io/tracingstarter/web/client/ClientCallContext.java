package io.tracingstarter.web.client;

import java.net.URI;

import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;

import org.springframework.http.HttpHeaders;

/**
 * One call of an HTTP client: what an {@code ObservationHandler} or
 * {@code ObservationFilter} finds as context.
 */
public final class ClientCallContext extends SenderContext<HttpHeaders> {

	private final String method;

	private final URI uri;

	private volatile int status;

	ClientCallContext(String method, URI uri, HttpHeaders headers) {
		super((carrier, key, value) -> {
			if (carrier != null) {
				carrier.set(key, value);
			}
		}, Kind.CLIENT);
		this.method = method;
		this.uri = uri;
		setCarrier(headers);
	}

	/**
	 * The HTTP method.
	 * @return for example {@code GET}
	 */
	public String getMethod() {
		return this.method;
	}

	/**
	 * Where the call goes.
	 * @return the address
	 */
	public URI getUri() {
		return this.uri;
	}

	/**
	 * The status of the response.
	 * @return the status, or 0 before there is one
	 */
	public int getStatus() {
		return this.status;
	}

	void setStatus(int status) {
		this.status = status;
	}

}
