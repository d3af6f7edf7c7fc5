package io.tracingstarter.web.client;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.micrometer.observation.Observation;

import org.springframework.http.HttpHeaders;

/**
 * A call of an HTTP client that has begun. Its first end counts. Safe for use by several
 * threads.
 */
public final class ClientCall {

	private final Observation observation;

	private final ClientCallContext context;

	private final HttpHeaders headers;

	private final AtomicBoolean ended = new AtomicBoolean();

	ClientCall(Observation observation, ClientCallContext context, HttpHeaders headers) {
		this.observation = observation;
		this.context = context;
		this.headers = headers;
	}

	/**
	 * The values that the request must have.
	 * @param header one of {@link ClientCalls#headers()}
	 * @return its values; none where the host must not see it
	 */
	public List<String> header(String header) {
		return this.headers.getOrEmpty(header);
	}

	/**
	 * Ends the call with a response.
	 * @param status status of the response
	 */
	public void answered(int status) {
		if (this.ended.compareAndSet(false, true)) {
			this.context.setStatus(status);
			this.observation.stop();
		}
	}

	/**
	 * Ends the call without a response.
	 * @param failure what went wrong
	 */
	public void failed(Throwable failure) {
		if (this.ended.compareAndSet(false, true)) {
			this.observation.error(failure);
			this.observation.stop();
		}
	}

}
