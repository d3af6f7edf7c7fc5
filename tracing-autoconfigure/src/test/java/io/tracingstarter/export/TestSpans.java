package io.tracingstarter.export;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.samplers.Sampler;

/**
 * Spans for tests: real ones that end in a processor, and data with fixed ids and times.
 */
public final class TestSpans {

	public static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

	public static final String SPAN_ID = "b7ad6b7169203331";

	public static final String PARENT_ID = "00f067aa0ba902b7";

	/**
	 * 2026-11-20T10:00:00.123456789Z.
	 */
	public static final long START = 1_795_168_800_123_456_789L;

	private TestSpans() {
	}

	/**
	 * A server span of 12,345,678 ns.
	 */
	public static TestSpanData.Builder data() {
		return TestSpanData.builder()
			.setSpanContext(context(TRACE_ID, SPAN_ID))
			.setName("GET /mysfits")
			.setKind(SpanKind.SERVER)
			.setStartEpochNanos(START)
			.setEndEpochNanos(START + 12_345_678)
			.setStatus(StatusData.unset())
			.setHasEnded(true);
	}

	public static SpanContext context(String traceId, String spanId) {
		return SpanContext.create(traceId, spanId, TraceFlags.getSampled(), TraceState.getDefault());
	}

	public static List<SpanData> data(int count) {
		List<SpanData> spans = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			spans.add(data().setName("span " + i).build());
		}
		return spans;
	}

	/**
	 * Ends spans named {@code span 0}, {@code span 1}, … in the processor.
	 */
	public static void end(SpanProcessor processor, int count) {
		end(processor, Sampler.alwaysOn(), count);
	}

	public static void end(SpanProcessor processor, Sampler sampler, int count) {
		trace(processor, sampler, (provider) -> {
			for (int i = 0; i < count; i++) {
				provider.get("test").spanBuilder("span " + i).startSpan().end();
			}
		});
	}

	/**
	 * An ended span whose {@code toSpanData} throws.
	 */
	public static ReadableSpan failingToConvert(Throwable failure) {
		return (ReadableSpan) Proxy.newProxyInstance(TestSpans.class.getClassLoader(),
				new Class<?>[] { ReadableSpan.class }, (proxy, method, arguments) -> {
					if (method.getName().equals("getSpanContext")) {
						return context(TRACE_ID, SPAN_ID);
					}
					throw failure;
				});
	}

	// not closed: that would shut the processor down
	private static void trace(SpanProcessor processor, Sampler sampler, Consumer<SdkTracerProvider> work) {
		work.accept(SdkTracerProvider.builder().setSampler(sampler).addSpanProcessor(processor).build());
	}

}
