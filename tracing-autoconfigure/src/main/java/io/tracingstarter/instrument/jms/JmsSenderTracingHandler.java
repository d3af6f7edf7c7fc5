package io.tracingstarter.instrument.jms;

import io.micrometer.jakarta9.instrument.jms.JmsPublishObservationContext;
import io.micrometer.observation.Observation;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.propagation.Propagator;

/**
 * Sends the ids with JMS messages, in properties whose names every broker accepts.
 */
public final class JmsSenderTracingHandler
		extends PropagatingSenderTracingObservationHandler<JmsPublishObservationContext> {

	/**
	 * Creates a handler.
	 * @param tracer makes the spans
	 * @param propagator knows the headers
	 */
	public JmsSenderTracingHandler(Tracer tracer, Propagator propagator) {
		super(tracer, new PropertyNamePropagator(propagator));
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof JmsPublishObservationContext;
	}

}
