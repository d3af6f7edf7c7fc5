package io.tracingstarter.web.tomcat;

import java.io.IOException;

import io.tracingstarter.web.servlet.ContainerScope;
import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Puts the ids of a request on what Tomcat logs about its failure, such as
 * <i>Servlet.service() for servlet … threw exception</i>, and leaves nothing on the
 * pooled thread.
 */
public final class ContainerLogValve extends ValveBase {

	/**
	 * Creates the valve.
	 */
	public ContainerLogValve() {
		super(true);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		try (ContainerScope scope = ContainerScope.open()) {
			getNext().invoke(request, response);
		}
	}

}
