package io.tracingstarter.instrument.jms;

import io.micrometer.jakarta9.instrument.jms.JmsProcessObservationContext;
import io.micrometer.observation.Observation;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.PropagatingReceiverTracingObservationHandler;
import io.micrometer.tracing.propagation.Propagator;

/**
 * Takes the ids from JMS messages, in properties whose names every broker accepts.
 */
public final class JmsReceiverTracingHandler
		extends PropagatingReceiverTracingObservationHandler<JmsProcessObservationContext> {

	/**
	 * Creates a handler.
	 * @param tracer makes the spans
	 * @param propagator knows the headers
	 */
	public JmsReceiverTracingHandler(Tracer tracer, Propagator propagator) {
		super(tracer, new PropertyNamePropagator(propagator));
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof JmsProcessObservationContext;
	}

}
