package io.tracingstarter.guard;

import java.util.Collection;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/**
 * Calls a span exporter so that what it throws is one warning a minute, not one for each
 * batch. The batch is lost.
 */
public final class GuardedSpanExporter implements SpanExporter {

	private final SpanExporter exporter;

	private final Fault fault;

	/**
	 * Creates a guard.
	 * @param exporter may throw
	 */
	public GuardedSpanExporter(SpanExporter exporter) {
		this.exporter = exporter;
		this.fault = new Fault(exporter);
	}

	@Override
	public CompletableResultCode export(Collection<SpanData> spans) {
		try {
			return this.exporter.export(spans);
		}
		catch (Throwable ex) {
			this.fault.warn(ex);
			return CompletableResultCode.ofFailure();
		}
	}

	@Override
	public CompletableResultCode flush() {
		try {
			return this.exporter.flush();
		}
		catch (Throwable ex) {
			this.fault.warn(ex);
			return CompletableResultCode.ofFailure();
		}
	}

	@Override
	public CompletableResultCode shutdown() {
		try {
			return this.exporter.shutdown();
		}
		catch (Throwable ex) {
			this.fault.warn(ex);
			return CompletableResultCode.ofFailure();
		}
	}

	@Override
	public String toString() {
		return this.exporter.toString();
	}

}
