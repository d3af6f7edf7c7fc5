package io.tracingstarter.guard;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/**
 * Calls a span processor so that its faults reach neither the other processors nor the
 * request.
 */
public final class GuardedSpanProcessor implements SpanProcessor {

	private final SpanProcessor processor;

	private final Fault fault;

	/**
	 * Puts a guard around a processor, unless it is one of the SDK's own, which catch
	 * what they call.
	 * @param processor may throw
	 * @return what to call in its place
	 */
	public static SpanProcessor around(SpanProcessor processor) {
		return processor.getClass().getName().startsWith("io.opentelemetry.sdk.") ? processor
				: new GuardedSpanProcessor(processor);
	}

	private GuardedSpanProcessor(SpanProcessor processor) {
		this.processor = processor;
		this.fault = new Fault(processor);
	}

	@Override
	public void onStart(Context parent, ReadWriteSpan span) {
		try {
			this.processor.onStart(parent, span);
		}
		catch (Throwable ex) {
			this.fault.warn(ex);
		}
	}

	@Override
	public boolean isStartRequired() {
		return this.processor.isStartRequired();
	}

	@Override
	public void onEnd(ReadableSpan span) {
		try {
			this.processor.onEnd(span);
		}
		catch (Throwable ex) {
			this.fault.warn(ex);
		}
	}

	@Override
	public boolean isEndRequired() {
		return this.processor.isEndRequired();
	}

	@Override
	public CompletableResultCode shutdown() {
		try {
			return this.processor.shutdown();
		}
		catch (Throwable ex) {
			this.fault.warn(ex);
			return CompletableResultCode.ofFailure();
		}
	}

	@Override
	public CompletableResultCode forceFlush() {
		try {
			return this.processor.forceFlush();
		}
		catch (Throwable ex) {
			this.fault.warn(ex);
			return CompletableResultCode.ofFailure();
		}
	}

	@Override
	public String toString() {
		return this.processor.toString();
	}

}
