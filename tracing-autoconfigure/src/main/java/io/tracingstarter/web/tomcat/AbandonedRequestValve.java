package io.tracingstarter.web.tomcat;

import java.io.IOException;

import io.tracingstarter.guard.Fault;
import io.tracingstarter.web.servlet.AsyncRequest;
import jakarta.servlet.ServletException;
import org.apache.catalina.AccessLog;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Ends the server span of an asynchronous request that failed after another had failed on
 * the same connection: Tomcat 11.0.22 remembers the first failure, answers the second,
 * but never calls {@code AsyncListener.onComplete}. An access log is told of each request
 * when all is said about it, and before it is recycled.
 */
public final class AbandonedRequestValve extends ValveBase implements AccessLog {

	private final Fault fault = new Fault(this);

	/**
	 * Creates the valve.
	 */
	public AbandonedRequestValve() {
		super(true);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		getNext().invoke(request, response);
	}

	@Override
	public void log(Request request, Response response, long time) {
		try {
			AsyncRequest.stopAbandoned(request::getAttribute);
		}
		catch (RuntimeException ex) {
			this.fault.warn(ex);
		}
	}

	@Override
	public void setRequestAttributesEnabled(boolean enabled) {
		// it asks for none
	}

	@Override
	public boolean getRequestAttributesEnabled() {
		return false;
	}

}
