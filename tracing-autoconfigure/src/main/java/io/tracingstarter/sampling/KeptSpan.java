package io.tracingstarter.sampling;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.sdk.common.InstrumentationLibraryInfo;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.jspecify.annotations.Nullable;

/**
 * A span that is kept though it was not sampled. To exporters it is sampled, because they
 * drop what is not; the first span of the request says why it is kept.
 */
final class KeptSpan implements ReadableSpan {

	private final ReadableSpan span;

	private final KeepReason reason;

	private final SpanContext context;

	KeptSpan(ReadableSpan span, KeepReason reason) {
		this.span = span;
		this.reason = reason;
		SpanContext unsampled = span.getSpanContext();
		this.context = SpanContext.create(unsampled.getTraceId(), unsampled.getSpanId(), TraceFlags.getSampled(),
				unsampled.getTraceState());
	}

	@Override
	public SpanContext getSpanContext() {
		return this.context;
	}

	@Override
	public SpanContext getParentSpanContext() {
		return this.span.getParentSpanContext();
	}

	@Override
	public String getName() {
		return this.span.getName();
	}

	/** Marked here, on the exporter's thread. */
	@Override
	public SpanData toSpanData() {
		return new KeptSpanData(this.span.toSpanData(), this.context, getAttributes());
	}

	@Override
	@Deprecated
	@SuppressWarnings("InlineMeSuggester")
	public InstrumentationLibraryInfo getInstrumentationLibraryInfo() {
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

	@Override
	public <T> @Nullable T getAttribute(AttributeKey<T> key) {
		return getAttributes().get(key);
	}

	@Override
	public Attributes getAttributes() {
		Attributes attributes = this.span.toSpanData().getAttributes();
		return LocalRoot.is(this.span) ? attributes.toBuilder().put(SamplingAttributes.KEPT, this.reason.tag()).build()
				: attributes;
	}

	private static final class KeptSpanData extends DelegatingSpanData {

		private final SpanContext context;

		private final Attributes attributes;

		KeptSpanData(SpanData span, SpanContext context, Attributes attributes) {
			super(span);
			this.context = context;
			this.attributes = attributes;
		}

		@Override
		public SpanContext getSpanContext() {
			return this.context;
		}

		@Override
		public Attributes getAttributes() {
			return this.attributes;
		}

		@Override
		public int getTotalAttributeCount() {
			return super.getTotalAttributeCount() + this.attributes.size() - super.getAttributes().size();
		}

	}

}
