package io.tracingstarter.web.reactive;

import io.micrometer.observation.Observation;
import io.tracingstarter.web.ServerOutcome;
import io.tracingstarter.web.ServerRequests;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * The observations of requests to a WebFlux application.
 */
public final class ReactiveRequests implements ServerRequests {

	private static final int OK = 200;

	@Override
	public boolean supports(Observation.Context context) {
		return context instanceof ServerRequestObservationContext;
	}

	@Override
	public ServerOutcome outcomeOf(Observation.Context context) {
		ServerRequestObservationContext server = (ServerRequestObservationContext) context;
		ServerHttpResponse response = server.getResponse();
		HttpStatusCode status = (response != null) ? response.getStatusCode() : null;
		Throwable error = server.getError();
		boolean aborted = server.isConnectionAborted()
				|| (error != null && DisconnectedClientHelper.isClientDisconnectedException(error));
		return new ServerOutcome((status != null) ? status.value() : OK, error, aborted, false);
	}

}
