package io.tracingstarter.masking;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.jspecify.annotations.Nullable;

/**
 * A span that has ended, and shows its secrets to nobody. They are looked for when
 * somebody asks for its data, which exporters do on threads of their own.
 */
final class MaskedSpan implements ReadableSpan {

	private final ReadableSpan span;

	private final SecretMasker masker;

	/**
	 * Of several exporters, one does the work. All of it is final, so that a race is
	 * harmless.
	 */
	private @Nullable SpanData data;

	MaskedSpan(ReadableSpan span, SecretMasker masker) {
		this.span = span;
		this.masker = masker;
	}

	@Override
	public SpanData toSpanData() {
		SpanData masked = this.data;
		if (masked == null) {
			masked = new MaskedSpanData(this.span.toSpanData(), this.masker);
			this.data = masked;
		}
		return masked;
	}

	@Override
	public String getName() {
		return this.masker.mask(this.span.getName());
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T> @Nullable T getAttribute(AttributeKey<T> key) {
		T value = this.span.getAttribute(key);
		return (value != null) ? (T) MaskedAttributes.mask(key.getKey(), value, this.masker) : null;
	}

	@Override
	public Attributes getAttributes() {
		return MaskedAttributes.of(this.span.getAttributes(), this.masker);
	}

	@Override
	public SpanContext getSpanContext() {
		return this.span.getSpanContext();
	}

	@Override
	public SpanContext getParentSpanContext() {
		return this.span.getParentSpanContext();
	}

	@Override
	@Deprecated
	@SuppressWarnings("deprecation")
	public io.opentelemetry.sdk.common.InstrumentationLibraryInfo getInstrumentationLibraryInfo() {
		return this.span.getInstrumentationLibraryInfo();
	}

	@Override
	public InstrumentationScopeInfo getInstrumentationScopeInfo() {
		return this.span.getInstrumentationScopeInfo();
	}

	@Override
	public boolean hasEnded() {
		return this.span.hasEnded();
	}

	@Override
	public long getLatencyNanos() {
		return this.span.getLatencyNanos();
	}

	@Override
	public SpanKind getKind() {
		return this.span.getKind();
	}

}
