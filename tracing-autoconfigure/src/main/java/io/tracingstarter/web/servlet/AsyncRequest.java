package io.tracingstarter.web.servlet;

import java.util.function.Function;

import io.micrometer.observation.Observation;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Remembers how far an asynchronous request is.
 * <p>
 * After a time-out it has not been answered yet: Spring's observation is stopped then,
 * before a handler has decided on the answer, and once more when it was given. Where the
 * container breaks a response off, it may never say that the request is complete.
 * <p>
 * Has to be added before the observation filter adds its own listener.
 */
public final class AsyncRequest implements AsyncListener {

	private static final String TIMED_OUT = AsyncRequest.class.getName() + ".timedOut";

	private static final String STARTED = AsyncRequest.class.getName() + ".started";

	/** Where Spring's observation filter leaves the observation. */
	private static final String OBSERVATION = "org.springframework.web.filter.ServerHttpObservationFilter.observation";

	private final ServletRequest request;

	private AsyncRequest(ServletRequest request) {
		this.request = request;
	}

	static void watch(ServletRequest request) {
		request.setAttribute(STARTED, Boolean.TRUE);
		request.getAsyncContext().addListener(new AsyncRequest(request));
	}

	static boolean isPending(ServletRequest request) {
		return request.getAttribute(TIMED_OUT) != null;
	}

	/**
	 * Ends the server span of a request that the container gave up without telling those
	 * who wait for its completion.
	 * @param attributes finds an attribute of the request by its name
	 */
	public static void stopAbandoned(Function<String, @Nullable Object> attributes) {
		if (attributes.apply(STARTED) != null && attributes.apply(OBSERVATION) instanceof Observation observation) {
			observation.stop();
		}
	}

	@Override
	public void onTimeout(AsyncEvent event) {
		this.request.setAttribute(TIMED_OUT, Boolean.TRUE);
	}

	@Override
	public void onComplete(AsyncEvent event) {
		this.request.removeAttribute(TIMED_OUT);
		this.request.removeAttribute(STARTED);
	}

	@Override
	public void onError(AsyncEvent event) {
	}

	@Override
	public void onStartAsync(AsyncEvent event) {
		event.getAsyncContext().addListener(this);
	}

}
