package io.tracingstarter.web.jetty;

import io.tracingstarter.guard.Fault;
import io.tracingstarter.web.servlet.AsyncRequest;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Ends the server span of an asynchronous request that failed after its body began: Jetty
 * breaks the response off, but never calls {@code AsyncListener.onComplete}.
 */
public final class AbandonedRequestHandler extends Handler.Wrapper {

	private final Fault fault = new Fault(this);

	@Override
	public boolean handle(Request request, Response response, Callback callback) throws Exception {
		return super.handle(request, response, new Callback.Nested(callback) {

			@Override
			public void failed(Throwable failure) {
				stopAbandoned(request);
				super.failed(failure);
			}

		});
	}

	/** Right after this, the servlet's request has no content any more. */
	private void stopAbandoned(Request request) {
		try {
			AsyncRequest.stopAbandoned(request::getAttribute);
		}
		catch (RuntimeException ex) {
			this.fault.warn(ex);
		}
	}

}
