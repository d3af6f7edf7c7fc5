package io.tracingstarter.web;

import io.micrometer.observation.Observation;

/**
 * What {@link ServerSpanHandler} has to know of the observations of one web framework.
 */
public interface ServerRequests {

	/**
	 * Whether an observation is that of a request to this server.
	 * @param context of any observation
	 * @return whether {@link #outcomeOf} may be asked
	 */
	boolean supports(Observation.Context context);

	/**
	 * What became of a request.
	 * @param context of a supported observation that is being stopped
	 * @return the outcome
	 */
	ServerOutcome outcomeOf(Observation.Context context);

}
