package io.tracingstarter.web.tomcat;

import java.io.IOException;

import io.tracingstarter.guard.Fault;
import io.tracingstarter.web.AccessLogEntry;
import io.tracingstarter.web.servlet.RequestContext;
import io.tracingstarter.web.servlet.RouteFilter;
import jakarta.servlet.ServletException;
import org.apache.catalina.AccessLog;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;

/**
 * Writes one line for each request that Tomcat has answered, as Tomcat's own access log
 * does: once, after the error page, the last asynchronous dispatch or the abort.
 */
public final class AccessLogValve extends ValveBase implements AccessLog {

	private final Fault fault = new Fault(this);

	/**
	 * Creates the valve.
	 */
	public AccessLogValve() {
		super(true);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		getNext().invoke(request, response);
	}

	@Override
	public void log(Request request, Response response, long time) {
		try {
			entry(request, response).write(RequestContext.of(request::getAttribute));
		}
		catch (RuntimeException ex) {
			this.fault.warn(ex);
		}
	}

	private static AccessLogEntry entry(Request request, Response response) {
		String method = request.getMethod();
		return new AccessLogEntry((method != null) ? method : "-", RouteFilter.routeOf(request::getAttribute),
				response.getStatus(), System.nanoTime() - request.getCoyoteRequest().getStartTimeNanos(),
				response.getContentWritten(), clientOf(request), request.getHeader("User-Agent"));
	}

	/** A valve that knows of proxies leaves the true address in an attribute. */
	private static @Nullable String clientOf(Request request) {
		Object behindProxy = request.getAttribute(REMOTE_ADDR_ATTRIBUTE);
		return (behindProxy != null) ? behindProxy.toString() : request.getRemoteAddr();
	}

	@Override
	public void setRequestAttributesEnabled(boolean enabled) {
		// always on
	}

	@Override
	public boolean getRequestAttributesEnabled() {
		return true;
	}

}
