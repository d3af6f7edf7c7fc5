package io.tracingstarter.web;

import java.util.function.BiConsumer;

import io.opentelemetry.context.Context;
import io.tracingstarter.TracingNames;
import io.tracingstarter.correlation.CorrelationContext;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;

/**
 * Tells the ids of a failed request in the body of its response, under the names that log
 * lines have.
 */
public final class ErrorIds implements ErrorResponse.Interceptor {

	@Override
	public void handleError(ProblemDetail detail, @Nullable ErrorResponse errorResponse) {
		write(Context.current(), detail::setProperty);
	}

	/**
	 * Writes the ids of a context to a body.
	 * @param context holds the ids
	 * @param body sets a field by name and value
	 */
	public static void write(Context context, BiConsumer<String, String> body) {
		write(TracingNames.CORRELATION_ID_MDC_KEY, CorrelationContext.idOf(context), body);
		write(TracingNames.TRACE_ID_MDC_KEY, CorrelationContext.traceIdOf(context), body);
	}

	private static void write(String name, @Nullable String id, BiConsumer<String, String> body) {
		if (id != null) {
			body.accept(name, id);
		}
	}

}
