package io.tracingstarter.web.servlet;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletRequest;

/**
 * Remembers that an asynchronous request timed out and has not been answered yet:
 * Spring's observation is stopped then, before a handler has decided on the answer, and
 * once more when it was given.
 * <p>
 * Has to be added before the observation filter adds its own listener.
 */
final class AsyncTimeout implements AsyncListener {

	private static final String ATTRIBUTE = AsyncTimeout.class.getName();

	private final ServletRequest request;

	private AsyncTimeout(ServletRequest request) {
		this.request = request;
	}

	static void watch(ServletRequest request) {
		request.getAsyncContext().addListener(new AsyncTimeout(request));
	}

	static boolean isPending(ServletRequest request) {
		return request.getAttribute(ATTRIBUTE) != null;
	}

	@Override
	public void onTimeout(AsyncEvent event) {
		this.request.setAttribute(ATTRIBUTE, Boolean.TRUE);
	}

	@Override
	public void onComplete(AsyncEvent event) {
		this.request.removeAttribute(ATTRIBUTE);
	}

	@Override
	public void onError(AsyncEvent event) {
	}

	@Override
	public void onStartAsync(AsyncEvent event) {
		event.getAsyncContext().addListener(this);
	}

}
