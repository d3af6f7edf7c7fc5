package io.tracingstarter.export;

import io.opentelemetry.sdk.trace.data.SpanData;
import org.jspecify.annotations.Nullable;

/**
 * Says what of a finished span is exported.
 */
@FunctionalInterface
public interface SpanSelection {

	/**
	 * Called once for each span, on the exporter's worker. If it throws, the span is
	 * lost.
	 * @param span the span
	 * @return the span, or what to export in its place, or {@code null} for nothing
	 */
	@Nullable SpanData select(SpanData span);

}
