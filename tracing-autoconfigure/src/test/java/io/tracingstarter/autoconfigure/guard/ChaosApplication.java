package io.tracingstarter.autoconfigure.guard;

import java.util.Collection;
import java.util.List;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationFilter;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationPredicate;
import io.micrometer.tracing.otel.bridge.EventListener;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import io.tracingstarter.correlation.CorrelationIdGenerator;
import io.tracingstarter.correlation.CorrelationIdRejection;
import io.tracingstarter.correlation.CorrelationIdRejectionListener;
import org.slf4j.MDC;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Brings every part of tracing that a user can bring, and each of them throws.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@RestController
@Import({ ChaosApplication.Fire.class, ChaosApplication.Propagator.class, ChaosApplication.Generator.class,
		ChaosApplication.Listener.class, ChaosApplication.Rejections.class, ChaosApplication.Processor.class,
		ChaosApplication.Exporter.class, ChaosApplication.RatioSampler.class, ChaosApplication.Handler.class,
		ChaosApplication.Filter.class, ChaosApplication.Predicate.class, ChaosApplication.Convention.class,
		ChaosApplication.ReactiveConvention.class })
class ChaosApplication {

	@GetMapping("/id")
	String id() {
		return String.valueOf(MDC.get("correlationId"));
	}

	record Fire(@Value("${chaos.error}") boolean error) {

		<T> T open() {
			if (this.error) {
				throw new NoClassDefFoundError("chaos");
			}
			throw new IllegalStateException("chaos");
		}

	}

	record Propagator(Fire fire) implements TextMapPropagator {

		@Override
		public Collection<String> fields() {
			return List.of("chaos");
		}

		@Override
		public <C> void inject(Context context, C carrier, TextMapSetter<C> setter) {
			this.fire.open();
		}

		@Override
		public <C> Context extract(Context context, C carrier, TextMapGetter<C> getter) {
			return this.fire.open();
		}

	}

	record Generator(Fire fire) implements CorrelationIdGenerator {

		@Override
		public String generate() {
			return this.fire.open();
		}

	}

	record Listener(Fire fire) implements EventListener {

		@Override
		public void onEvent(Object event) {
			this.fire.open();
		}

	}

	record Rejections(Fire fire) implements CorrelationIdRejectionListener {

		@Override
		public void rejected(CorrelationIdRejection rejection) {
			this.fire.open();
		}

	}

	record Processor(Fire fire) implements SpanProcessor {

		@Override
		public void onStart(Context parent, ReadWriteSpan span) {
			this.fire.open();
		}

		@Override
		public boolean isStartRequired() {
			return true;
		}

		@Override
		public void onEnd(ReadableSpan span) {
			this.fire.open();
		}

		@Override
		public boolean isEndRequired() {
			return true;
		}

	}

	record Exporter(Fire fire) implements SpanExporter {

		@Override
		public CompletableResultCode export(Collection<SpanData> spans) {
			return this.fire.open();
		}

		@Override
		public CompletableResultCode flush() {
			return this.fire.open();
		}

		@Override
		public CompletableResultCode shutdown() {
			return this.fire.open();
		}

	}

	record RatioSampler(Fire fire) implements Sampler {

		@Override
		public SamplingResult shouldSample(Context parent, String traceId, String name, SpanKind kind,
				Attributes attributes, List<LinkData> links) {
			return this.fire.open();
		}

		@Override
		public String getDescription() {
			return "chaos";
		}

	}

	record Handler(Fire fire) implements ObservationHandler<Observation.Context> {

		@Override
		public void onStart(Observation.Context context) {
			this.fire.open();
		}

		@Override
		public void onScopeOpened(Observation.Context context) {
			this.fire.open();
		}

		@Override
		public void onScopeClosed(Observation.Context context) {
			this.fire.open();
		}

		@Override
		public void onStop(Observation.Context context) {
			this.fire.open();
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

	record Filter(Fire fire) implements ObservationFilter {

		@Override
		public Observation.Context map(Observation.Context context) {
			return this.fire.open();
		}

	}

	record Predicate(Fire fire) implements ObservationPredicate {

		@Override
		public boolean test(String name, Observation.Context context) {
			return this.fire.<Boolean>open();
		}

	}

	static class Convention extends DefaultServerRequestObservationConvention {

		private final Fire fire;

		Convention(Fire fire) {
			this.fire = fire;
		}

		@Override
		public KeyValues getLowCardinalityKeyValues(ServerRequestObservationContext context) {
			return this.fire.open();
		}

	}

	static class ReactiveConvention
			extends org.springframework.http.server.reactive.observation.DefaultServerRequestObservationConvention {

		private final Fire fire;

		ReactiveConvention(Fire fire) {
			this.fire = fire;
		}

		@Override
		public KeyValues getLowCardinalityKeyValues(
				org.springframework.http.server.reactive.observation.ServerRequestObservationContext context) {
			return this.fire.open();
		}

	}

}
