package io.tracingstarter.web.tomcat;

import java.io.IOException;

import io.opentelemetry.context.Context;
import io.tracingstarter.web.ErrorIds;
import io.tracingstarter.web.servlet.RequestContext;
import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Offers the ids of a request to the pattern of Tomcat's access log, as
 * <code>%{correlationId}r</code> and <code>%{traceId}r</code>.
 */
public final class RequestAttributesValve extends ValveBase {

	/**
	 * Creates the valve.
	 */
	public RequestAttributesValve() {
		super(true);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		try {
			getNext().invoke(request, response);
		}
		finally {
			Context context = RequestContext.of(request);
			if (context != null) {
				ErrorIds.write(context, request::setAttribute);
			}
		}
	}

}
