package io.tracingstarter.correlation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.RequestReplyReceiverContext;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.tracingstarter.TracingNames;

/**
 * Writes the correlation id that came with a message on the span of its listener. The
 * bridge starts that span where the id is not at hand yet.
 */
public final class ReceivedMessageHandler implements ObservationHandler<ReceiverContext<?>> {

	@Override
	public void onScopeOpened(ReceiverContext<?> context) {
		write(context);
	}

	/**
	 * Whether this handler is called inside of the span's scope first or last is open.
	 */
	@Override
	public void onScopeClosed(ReceiverContext<?> context) {
		write(context);
	}

	private static void write(ReceiverContext<?> context) {
		String id = CorrelationContext.ownIdOf(Context.current());
		TracingContext tracing = context.get(TracingContext.class);
		if (id == null || tracing == null || tracing.getSpan() == null) {
			return;
		}
		Span current = Span.current();
		if (current.getSpanContext().getSpanId().equals(tracing.getSpan().context().spanId())) {
			current.setAttribute(TracingNames.CORRELATION_ID_ATTRIBUTE, id);
		}
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof ReceiverContext && !(context instanceof RequestReplyReceiverContext);
	}

}
