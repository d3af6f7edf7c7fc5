package io.tracingstarter.autoconfigure.web.servlet;

import io.tracingstarter.web.jetty.CorrelatedRequestLog;
import io.tracingstarter.web.jetty.JsonRequestLog;
import org.eclipse.jetty.server.CustomRequestLog;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Server;

import org.springframework.boot.jetty.JettyServerCustomizer;

/**
 * Gives the ids to Jetty's own request log, where it is on, and adds the line in the JSON
 * stream. A request log of the user's own kind stays as it is.
 * <p>
 * Jetty has one log, which has to be a {@link CustomRequestLog} for some of its formats.
 */
final class RequestLogCustomizer implements JettyServerCustomizer {

	private final boolean json;

	private final boolean queries;

	/**
	 * Creates the customizer.
	 * @param json whether to write the line in the JSON stream
	 * @param queries whether Jetty's own formats may show the query of a URL
	 */
	RequestLogCustomizer(boolean json, boolean queries) {
		this.json = json;
		this.queries = queries;
	}

	@Override
	public void customize(Server server) {
		RequestLog present = server.getRequestLog();
		RequestLog added = this.json ? new JsonRequestLog() : (request, response) -> {
		};
		if (present != null && present.getClass() == CustomRequestLog.class) {
			server.setRequestLog(new CorrelatedRequestLog((CustomRequestLog) present, this.queries, added));
		}
		else if (this.json) {
			server.setRequestLog((present != null) ? new RequestLog.Collection(present, added) : added);
		}
	}

}
