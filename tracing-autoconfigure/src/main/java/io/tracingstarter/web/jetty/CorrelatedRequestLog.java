package io.tracingstarter.web.jetty;

import java.util.HashMap;
import java.util.Map;

import io.tracingstarter.web.ErrorIds;
import io.tracingstarter.web.servlet.RequestContext;
import org.eclipse.jetty.server.CustomRequestLog;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;

/**
 * Jetty's own request log with the ids: at the end of its two standard formats, and as
 * <code>%{correlationId}attr</code> and <code>%{traceId}attr</code> in one of the user's.
 */
public final class CorrelatedRequestLog extends CustomRequestLog {

	private static final String IDS = " %{correlationId}attr %{traceId}attr";

	private final RequestLog next;

	/**
	 * Creates a log in place of another.
	 * @param log the log that has the format, not yet started
	 * @param queries whether the standard formats may show the query of a URL
	 * @param next told of each request, too
	 */
	public CorrelatedRequestLog(CustomRequestLog log, boolean queries, RequestLog next) {
		super(log.getWriter(), format(log.getFormatString(), queries));
		setIgnorePaths(log.getIgnorePaths());
		this.next = next;
	}

	private static String format(String format, boolean queries) {
		if (!format.equals(NCSA_FORMAT) && !format.equals(EXTENDED_NCSA_FORMAT)) {
			return format;
		}
		return (queries ? format : format.replace("%r", "%m %U %H")) + IDS;
	}

	@Override
	public void log(Request request, Response response) {
		super.log(new RequestWithIds(request), response);
		this.next.log(request, response);
	}

	private static final class RequestWithIds extends Request.Wrapper {

		private final Map<String, String> ids = new HashMap<>();

		RequestWithIds(Request request) {
			super(request);
			ErrorIds.write(RequestContext.of(request::getAttribute), this.ids::put);
		}

		@Override
		public Object getAttribute(String name) {
			String id = this.ids.get(name);
			return (id != null) ? id : super.getAttribute(name);
		}

	}

}
