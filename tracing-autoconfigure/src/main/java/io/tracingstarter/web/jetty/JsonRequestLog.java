package io.tracingstarter.web.jetty;

import io.tracingstarter.guard.Fault;
import io.tracingstarter.web.AccessLogEntry;
import io.tracingstarter.web.servlet.RequestContext;
import io.tracingstarter.web.servlet.RouteFilter;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;

/**
 * Writes one line for each request that Jetty has answered, as Jetty's own request log
 * does: once, after the error page, the last asynchronous dispatch or the abort.
 */
public final class JsonRequestLog implements RequestLog {

	private final Fault fault = new Fault(this);

	@Override
	public void log(Request request, Response response) {
		try {
			entry(request, response).write(RequestContext.of(request::getAttribute));
		}
		catch (RuntimeException ex) {
			this.fault.warn(ex);
		}
	}

	private static AccessLogEntry entry(Request request, Response response) {
		return new AccessLogEntry(request.getMethod(), RouteFilter.routeOf(request::getAttribute), response.getStatus(),
				System.nanoTime() - request.getBeginNanoTime(), Response.getContentBytesWritten(response),
				Request.getRemoteAddr(request), request.getHeaders().get("User-Agent"));
	}

}
