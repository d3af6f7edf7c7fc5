package io.tracingstarter.correlation;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.tracingstarter.TracingNames;
import org.jspecify.annotations.Nullable;

/**
 * Writes the correlation id on every span that starts.
 */
public final class CorrelationIdSpanProcessor implements SpanProcessor {

	private static final AttributeKey<String> CORRELATION_ID = AttributeKey
		.stringKey(TracingNames.CORRELATION_ID_ATTRIBUTE);

	@Override
	public void onStart(Context parent, ReadWriteSpan span) {
		String id = CorrelationContext.ownIdOf(parent);
		if (id == null) {
			id = parentId(parent);
		}
		span.setAttribute(CORRELATION_ID, (id != null) ? id : span.getSpanContext().getTraceId());
	}

	/** A reactive client starts its span where only the parent span is at hand. */
	private static @Nullable String parentId(Context parent) {
		return (Span.fromContext(parent) instanceof ReadableSpan span) ? span.getAttribute(CORRELATION_ID) : null;
	}

	@Override
	public boolean isStartRequired() {
		return true;
	}

	@Override
	public void onEnd(ReadableSpan span) {
	}

	@Override
	public boolean isEndRequired() {
		return false;
	}

}
