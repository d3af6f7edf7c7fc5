package io.tracingstarter.sampling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.Clock;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;

/**
 * A service that samples nothing by itself, with a clock that goes only when told.
 */
final class TracedService implements SamplingListener {

	static final BufferLimits ROOMY = new BufferLimits(10_000, 100_000, 1000, Duration.ofMinutes(1));

	static final KeepRules RULES = new KeepRules(true, Duration.ofSeconds(1));

	final List<SpanData> exported = Collections.synchronizedList(new ArrayList<>());

	final List<Object> events = Collections.synchronizedList(new ArrayList<>());

	final KeepingSpanProcessor keeping;

	private final AtomicLong nanos = new AtomicLong();

	private final Tracer tracer;

	TracedService() {
		this(RULES, ROOMY, Sampler.parentBased(Sampler.alwaysOff()));
	}

	TracedService(BufferLimits limits) {
		this(RULES, limits, Sampler.parentBased(Sampler.alwaysOff()));
	}

	TracedService(KeepRules rules, BufferLimits limits, Sampler sampler) {
		SpanProcessor exporter = SimpleSpanProcessor.create(new Exporter());
		this.keeping = new KeepingSpanProcessor(rules, limits, () -> List.of(exporter), List.of(this), this.nanos::get);
		this.tracer = SdkTracerProvider.builder()
			.setSampler(new KeepingSampler(sampler))
			.setClock(new StoppedClock())
			.addSpanProcessor(exporter)
			.addSpanProcessor(this.keeping)
			.build()
			.get("test");
	}

	Span request(String name) {
		return this.tracer.spanBuilder(name).setNoParent().setSpanKind(SpanKind.SERVER).startSpan();
	}

	Span requestIn(String name, String traceId, boolean sampled) {
		SpanContext caller = SpanContext.createFromRemoteParent(traceId, "b7ad6b7169203331",
				sampled ? TraceFlags.getSampled() : TraceFlags.getDefault(), TraceState.getDefault());
		return this.tracer.spanBuilder(name).setParent(Context.root().with(Span.wrap(caller))).startSpan();
	}

	Span child(Span parent, String name) {
		return child(parent, name, SpanKind.INTERNAL);
	}

	Span child(Span parent, String name, SpanKind kind) {
		return this.tracer.spanBuilder(name).setSpanKind(kind).setParent(Context.root().with(parent)).startSpan();
	}

	void pass(Duration time) {
		this.nanos.addAndGet(time.toNanos());
	}

	List<String> exportedNames() {
		return this.exported.stream().map(SpanData::getName).toList();
	}

	/** Why the first span of the request says it is kept. */
	String marked(String name) {
		return this.exported.stream()
			.filter((span) -> span.getName().equals(name))
			.findFirst()
			.orElseThrow()
			.getAttributes()
			.get(SamplingAttributes.KEPT);
	}

	@Override
	public void kept(KeepReason reason) {
		this.events.add(reason);
	}

	@Override
	public void overflowed(BufferLimit limit) {
		this.events.add(limit);
	}

	private final class Exporter implements SpanExporter {

		@Override
		public CompletableResultCode export(Collection<SpanData> spans) {
			TracedService.this.exported.addAll(spans);
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode flush() {
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode shutdown() {
			return CompletableResultCode.ofSuccess();
		}

	}

	private final class StoppedClock implements Clock {

		@Override
		public long now() {
			return TracedService.this.nanos.get();
		}

		@Override
		public long nanoTime() {
			return TracedService.this.nanos.get();
		}

	}

}
