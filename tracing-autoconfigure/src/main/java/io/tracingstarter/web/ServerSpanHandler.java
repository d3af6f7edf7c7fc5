package io.tracingstarter.web;

import java.util.Objects;

import io.micrometer.observation.Observation;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.TracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelSpan;
import io.opentelemetry.api.trace.StatusCode;
import io.tracingstarter.guard.RateLimitedWarning;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says on the span of a request to this server what became of it: an error for a 5xx,
 * whether something was thrown or not, and none for a 4xx.
 * <p>
 * Everything else is left to the handler that would have had the observation. It would
 * make an error of each exception, and could not take that back.
 */
public final class ServerSpanHandler implements TracingObservationHandler<Observation.Context> {

	private static final Logger logger = LoggerFactory.getLogger(ServerSpanHandler.class);

	private final TracingObservationHandler<Observation.Context> spans;

	private final ServerRequests requests;

	private final RateLimitedWarning warning = new RateLimitedWarning(logger);

	/**
	 * Creates a handler.
	 * @param spans starts and ends the spans
	 * @param requests knows the requests of the web framework
	 */
	@SuppressWarnings("unchecked")
	public ServerSpanHandler(TracingObservationHandler<?> spans, ServerRequests requests) {
		this.spans = (TracingObservationHandler<Observation.Context>) spans;
		this.requests = requests;
	}

	@Override
	public boolean supportsContext(Observation.@Nullable Context context) {
		return context != null && this.requests.supports(context) && this.spans.supportsContext(context);
	}

	@Override
	public void onStart(Observation.Context context) {
		this.spans.onStart(context);
	}

	/** Whether it is an error shows when the status is known. */
	@Override
	public void onError(Observation.Context context) {
	}

	@Override
	public void onEvent(Observation.Event event, Observation.Context context) {
		this.spans.onEvent(event, context);
	}

	@Override
	public void onScopeOpened(Observation.Context context) {
		this.spans.onScopeOpened(context);
	}

	@Override
	public void onScopeClosed(Observation.Context context) {
		this.spans.onScopeClosed(context);
	}

	@Override
	public void onStop(Observation.Context context) {
		ServerOutcome outcome = null;
		try {
			outcome = this.requests.outcomeOf(context);
		}
		catch (RuntimeException ex) {
			this.warning.log("The outcome of a request is not on its span: {}", ex.toString(), ex);
		}
		if (outcome == null) {
			this.spans.onStop(context);
		}
		else if (!outcome.pending()) {
			mark(getRequiredSpan(context), outcome);
			this.spans.onStop(context);
		}
	}

	private static void mark(Span span, ServerOutcome outcome) {
		io.opentelemetry.api.trace.Span otelSpan = OtelSpan.toOtel(span);
		Throwable error = outcome.error();
		if (error != null) {
			otelSpan.recordException(error);
		}
		if (outcome.isServerFailure()) {
			otelSpan.setStatus(StatusCode.ERROR,
					(error != null) ? Objects.requireNonNullElse(error.getMessage(), "") : "");
		}
	}

	@Override
	public Tracer getTracer() {
		return this.spans.getTracer();
	}

}
