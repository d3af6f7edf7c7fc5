package io.tracingstarter.masking;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/**
 * Stands before all other processors, and hands them ended spans that show no secrets. On
 * the request's thread this costs one small object a span.
 */
public final class MaskingSpanProcessor implements SpanProcessor {

	private final SpanProcessor processor;

	private final SecretMasker masker;

	/**
	 * Creates the processor.
	 * @param processor all other processors
	 * @param masker knows the secrets
	 */
	public MaskingSpanProcessor(SpanProcessor processor, SecretMasker masker) {
		this.processor = processor;
		this.masker = masker;
	}

	@Override
	public void onStart(Context parent, ReadWriteSpan span) {
		this.processor.onStart(parent, span);
	}

	@Override
	public boolean isStartRequired() {
		return this.processor.isStartRequired();
	}

	@Override
	public void onEnd(ReadableSpan span) {
		this.processor.onEnd(new MaskedSpan(span, this.masker));
	}

	@Override
	public boolean isEndRequired() {
		return this.processor.isEndRequired();
	}

	@Override
	public CompletableResultCode shutdown() {
		return this.processor.shutdown();
	}

	@Override
	public CompletableResultCode forceFlush() {
		return this.processor.forceFlush();
	}

	@Override
	public String toString() {
		return "MaskingSpanProcessor{" + this.processor + "}";
	}

}
