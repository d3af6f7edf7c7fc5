package io.tracingstarter.fuzz;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.tracingstarter.autoconfigure.correlation.CorrelationAutoConfiguration;
import io.tracingstarter.autoconfigure.guard.GuardAutoConfiguration;
import io.tracingstarter.autoconfigure.propagation.PropagationAutoConfiguration;
import io.tracingstarter.correlation.CorrelationContext;
import io.tracingstarter.correlation.CorrelationIdResolver;
import io.tracingstarter.fuzz.Specifications.Parent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Shows hostile headers to the propagators and to the resolver of correlation ids, and
 * compares what they make of them with the specifications.
 */
class PropagationFuzzTests {

	private static final List<String> CORRELATION_HEADERS = List.of(HostileRequests.CORRELATION_ID,
			HostileRequests.ALIAS);

	private static final TextMapGetter<Map<String, List<String>>> GETTER = new TextMapGetter<>() {

		@Override
		public Iterable<String> keys(Map<String, List<String>> headers) {
			return headers.keySet();
		}

		@Override
		public @Nullable String get(@Nullable Map<String, List<String>> headers, String name) {
			return headers.containsKey(name) ? headers.get(name).get(0) : null;
		}

		@Override
		public Iterator<String> getAll(@Nullable Map<String, List<String>> headers, String name) {
			return headers.getOrDefault(name, List.of()).iterator();
		}

	};

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(OpenTelemetrySdkAutoConfiguration.class,
				OpenTelemetryTracingAutoConfiguration.class, GuardAutoConfiguration.class,
				PropagationAutoConfiguration.class, CorrelationAutoConfiguration.class))
		.withBean(ObservationRegistry.class, ObservationRegistry::create)
		.withPropertyValues("management.tracing.propagation.consume=w3c,b3,b3_multi",
				"management.tracing.propagation.produce=w3c,b3,b3_multi", "tracing.propagation.consume=jaeger,xray",
				"tracing.propagation.produce=jaeger,xray", "tracing.propagation.baggage.allowed-keys=tenant",
				"tracing.correlation.aliases=" + HostileRequests.ALIAS);

	@Test
	void shouldBelieveWhatTheSpecificationsAllow() {
		this.runner.run((context) -> {
			TextMapPropagator propagator = context.getBean(ContextPropagators.class).getTextMapPropagator();
			AtomicInteger believed = new AtomicInteger();
			HostileRequests requests = new HostileRequests();
			requests.stream().forEach((request) -> {
				Context extracted = propagator.extract(Context.root(), request.byName(), GETTER);
				believed.addAndGet(assertParent(request, extracted));
				assertBaggage(request, extracted);
				Map<String, String> onward = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
				propagator.inject(extracted, onward, Map::put);
				assertOnward(request, onward);
			});
			// about a fifth of the requests; else the generator shows nothing but noise
			assertThat(believed.get()).isBetween(requests.count() / 20, requests.count() / 2);
		});
	}

	@Test
	void shouldBelieveCorrelationIdsThatAreSafeAnywhere() {
		this.runner.run((context) -> {
			CorrelationIdResolver resolver = context.getBean(CorrelationIdResolver.class);
			new HostileRequests().stream().forEach((request) -> {
				String id = CorrelationContext.idOf(resolver.resolve(Context.root(), request.byName(), GETTER));
				request.require(
						Optional.ofNullable(id)
							.equals(Specifications.correlationId(request.byName(), CORRELATION_HEADERS)),
						() -> "the correlation id is " + id);
			});
		});
	}

	private static int assertParent(HostileRequest request, Context extracted) {
		SpanContext span = Span.fromContext(extracted).getSpanContext();
		Optional<Parent> believed = Optional.of(span)
			.filter(SpanContext::isValid)
			.map((context) -> new Parent(context.getTraceId(), context.getSpanId()));
		request.require(believed.equals(Specifications.parent(request.byName())), () -> "the parent is " + believed);
		return believed.isPresent() ? 1 : 0;
	}

	private static void assertBaggage(HostileRequest request, Context extracted) {
		Baggage baggage = Baggage.fromContext(extracted);
		if (!baggage.isEmpty()) {
			request.require(baggage.size() <= 64, () -> "entries of baggage: " + baggage.size());
			Set<String> allowed = Specifications.baggage(request.byName(), "tenant");
			baggage.forEach((key, entry) -> request.require(
					key.equalsIgnoreCase("tenant") && allowed.contains(entry.getValue()),
					() -> "baggage " + key + "=" + entry.getValue()));
		}
	}

	private static void assertOnward(HostileRequest request, Map<String, String> onward) {
		onward.forEach((name, value) -> request.require(Specifications.isOnward(name, value),
				() -> "onward goes " + name + ": " + value));
	}

}
