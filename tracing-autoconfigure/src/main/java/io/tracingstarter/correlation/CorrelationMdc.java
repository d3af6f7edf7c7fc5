package io.tracingstarter.correlation;

import io.opentelemetry.context.Context;
import io.tracingstarter.TracingNames;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Shows the current correlation id in the MDC, and with that on every log line.
 */
final class CorrelationMdc {

	private CorrelationMdc() {
	}

	static void showCurrent() {
		show(CorrelationContext.idOf(Context.current()));
	}

	private static void show(@Nullable String id) {
		if (id == null) {
			MDC.remove(TracingNames.CORRELATION_ID_MDC_KEY);
		}
		// a put copies the whole map where a log event still refers to it
		else if (!id.equals(MDC.get(TracingNames.CORRELATION_ID_MDC_KEY))) {
			MDC.put(TracingNames.CORRELATION_ID_MDC_KEY, id);
		}
	}

}
