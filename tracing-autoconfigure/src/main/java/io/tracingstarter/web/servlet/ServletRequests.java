package io.tracingstarter.web.servlet;

import io.micrometer.observation.Observation;
import io.tracingstarter.web.ServerOutcome;
import io.tracingstarter.web.ServerRequests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * The observations of requests to a servlet application.
 */
public final class ServletRequests implements ServerRequests {

	/** Where Spring MVC leaves what an exception handler has handled. */
	private static final String HANDLED_EXCEPTION = "org.springframework.web.servlet.DispatcherServlet.EXCEPTION";

	@Override
	public boolean supports(Observation.Context context) {
		return context instanceof ServerRequestObservationContext;
	}

	@Override
	public ServerOutcome outcomeOf(Observation.Context context) {
		ServerRequestObservationContext server = (ServerRequestObservationContext) context;
		HttpServletRequest request = server.getCarrier();
		HttpServletResponse response = server.getResponse();
		Throwable error = errorOf(server, request);
		return new ServerOutcome((response != null) ? response.getStatus() : 0, error,
				error != null && DisconnectedClientHelper.isClientDisconnectedException(error),
				request != null && AsyncRequest.isPending(request));
	}

	private static @Nullable Throwable errorOf(ServerRequestObservationContext server,
			@Nullable HttpServletRequest request) {
		Throwable error = server.getError();
		return (error == null && request != null) ? (Throwable) request.getAttribute(HANDLED_EXCEPTION) : error;
	}

}
