package io.tracingstarter.web;

import java.util.function.BiConsumer;

import io.opentelemetry.context.Context;
import io.tracingstarter.correlation.CorrelationContext;
import org.jspecify.annotations.Nullable;

/**
 * The headers with which a response tells its caller the ids of the request.
 *
 * @param correlationId name of the header with the correlation id; {@code null} for none
 * @param traceId name of the header with the trace id; {@code null} for none
 */
public record ResponseHeaders(@Nullable String correlationId, @Nullable String traceId) {

	/**
	 * Writes the ids of a context to a response that is not yet committed.
	 * @param context holds the ids
	 * @param response sets a header by name and value, in place of one that is there
	 */
	public void write(Context context, BiConsumer<String, String> response) {
		write(this.correlationId, CorrelationContext.idOf(context), response);
		write(this.traceId, CorrelationContext.traceIdOf(context), response);
	}

	/**
	 * Whether a header is one of these.
	 * @param name name of a header, in any case
	 * @return whether it holds an id
	 */
	public boolean holdsId(String name) {
		return name.equalsIgnoreCase(this.correlationId) || name.equalsIgnoreCase(this.traceId);
	}

	private static void write(@Nullable String header, @Nullable String id, BiConsumer<String, String> response) {
		if (header != null && id != null) {
			response.accept(header, id);
		}
	}

}
