package io.tracingstarter.autoconfigure.propagation;

import java.util.Map;
import java.util.TreeMap;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.tracingstarter.autoconfigure.guard.GuardAutoConfiguration;
import io.tracingstarter.propagation.StrictPropagator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PropagationAutoConfiguration}: what is believed of what comes in.
 */
class PropagationAutoConfigurationTests {

	private static final Map<String, String> HEADERS = Map.of("baggage", "tenant=acme,user=jane", "tenant", "globex");

	private static final TextMapGetter<Map<String, String>> GETTER = new TextMapGetter<>() {

		@Override
		public Iterable<String> keys(Map<String, String> headers) {
			return headers.keySet();
		}

		@Override
		public @Nullable String get(@Nullable Map<String, String> headers, String name) {
			return headers.get(name);
		}

	};

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(OpenTelemetrySdkAutoConfiguration.class,
				OpenTelemetryTracingAutoConfiguration.class, GuardAutoConfiguration.class,
				PropagationAutoConfiguration.class))
		.withBean(ObservationRegistry.class, ObservationRegistry::create);

	@Test
	void shouldDropBaggageByDefault() {
		this.runner.run((context) -> {
			assertThat(Baggage.fromContext(extract(context, HEADERS)).isEmpty()).isTrue();
			assertThat(onward(context, extract(context, HEADERS))).isEmpty();
		});
	}

	@Test
	void shouldTakeOverAllowedKeys() {
		this.runner.withPropertyValues("tracing.propagation.baggage.allowed-keys=tenant").run((context) -> {
			Context extracted = extract(context, HEADERS);
			assertThat(Baggage.fromContext(extracted).asMap().keySet()).containsExactly("tenant");
			assertThat(onward(context, extracted)).containsOnly(Map.entry("baggage", "tenant=acme"));
		});
	}

	@Test
	void shouldTakeOverAllWhenAsked() {
		this.runner.withPropertyValues("tracing.propagation.baggage.allowed-keys=*")
			.run((context) -> assertThat(Baggage.fromContext(extract(context, HEADERS)).size()).isEqualTo(2));
	}

	@Test
	void shouldTakeOverRemoteFieldsOfBoot() {
		this.runner.withPropertyValues("management.tracing.baggage.remote-fields=tenant").run((context) -> {
			Context extracted = extract(context, HEADERS);
			assertThat(Baggage.fromContext(extracted).asMap().keySet()).containsExactly("tenant");
			assertThat(onward(context, extracted)).containsEntry("tenant", "globex")
				.hasEntrySatisfying("baggage", (value) -> assertThat(value).startsWith("tenant=globex"));
			extracted = extract(context, Map.of("tenant", "a\tb"));
			assertThat(Baggage.fromContext(extracted).isEmpty()).isTrue();
			extracted = extract(context, Map.of("tenant", "a".repeat(3000)));
			assertThat(Baggage.fromContext(extracted).isEmpty()).isTrue();
		});
	}

	@Test
	void shouldBelieveNoTraceWhenNoFormatIsConsumed() {
		Map<String, String> headers = Map.of("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
		this.runner.run((context) -> assertThat(Span.fromContextOrNull(extract(context, headers))).isNotNull());
		this.runner.withPropertyValues("management.tracing.propagation.consume=")
			.run((context) -> assertThat(Span.fromContextOrNull(extract(context, headers))).isNull());
	}

	@Test
	void shouldCountWhatIsNotBelieved() {
		this.runner.withBean(MeterRegistry.class, SimpleMeterRegistry::new).run((context) -> {
			extract(context, Map.of("b3", "not one", "baggage", "user=jane"));
			assertThat(context.getBean(MeterRegistry.class).get("tracing.propagation.rejected").counters())
				.singleElement()
				.satisfies((counter) -> {
					assertThat(counter.getId().getTag("header")).isEqualTo("b3");
					assertThat(counter.count()).isPositive();
				});
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "Root=1", "nonsense", "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=2" })
	void shouldCountHeaderOfXRayThatIsNotBelieved(String header) {
		this.runner.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.withPropertyValues("tracing.propagation.consume=x-ray")
			.run((context) -> {
				extract(context, Map.of("X-Amzn-Trace-Id", "Root=1-5759e988-bd862e3fe1be46a994272793"));
				MeterRegistry meters = context.getBean(MeterRegistry.class);
				assertThat(meters.find("tracing.propagation.rejected").counter()).isNull();
				extract(context, Map.of("X-Amzn-Trace-Id", header));
				assertThat(
						meters.get("tracing.propagation.rejected").tag("header", "X-Amzn-Trace-Id").counter().count())
					.isEqualTo(1);
			});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-",
			value = { "w3c,xray | - | W3C, XRAY", "xray,w3c | - | XRAY, W3C", "xray | - | XRAY",
					"xray,jaeger,b3,w3c | - | XRAY, JAEGER, B3, W3C", "b3,xray,w3c,jaeger | - | B3, W3C, XRAY, JAEGER",
					"xray | b3 | B3, XRAY", "jaeger,w3c | b3 | JAEGER, B3", "- | - | W3C, B3, B3_MULTI" })
	void shouldOrderFormats(@Nullable String ours, @Nullable String boots, String effective) {
		ApplicationContextRunner configured = this.runner;
		configured = (ours != null) ? configured.withPropertyValues("tracing.propagation.consume=" + ours) : configured;
		String own = (boots != null) ? boots
				: (ours != null) ? ours.replaceAll("(xray|jaeger),?|,(xray|jaeger)", "") : null;
		configured = (own != null) ? configured.withPropertyValues("management.tracing.propagation.consume=" + own)
				: configured;
		configured.run((context) -> assertThat(new EffectiveFormats(context.getEnvironment()).consumed().toString())
			.isEqualTo("[" + effective + "]"));
	}

	@Test
	void shouldLeaveTheUsersPropagatorsAlone() {
		ContextPropagators users = ContextPropagators.noop();
		this.runner.withBean("mine", ContextPropagators.class, () -> users)
			.run((context) -> assertThat(context.getBean(ContextPropagators.class)).isSameAs(users));
	}

	@Test
	void shouldCheckNothingWhenSwitchedOff() {
		this.runner.withPropertyValues("tracing.enabled=false")
			.run((context) -> assertThat(propagator(context)).isNotInstanceOf(StrictPropagator.class));
	}

	private static TextMapPropagator propagator(AssertableApplicationContext context) {
		return context.getBean(ContextPropagators.class).getTextMapPropagator();
	}

	private static Context extract(AssertableApplicationContext context, Map<String, String> headers) {
		return propagator(context).extract(Context.root(), headers, GETTER);
	}

	/** Boot takes what goes into headers of its own from the current context. */
	private static Map<String, String> onward(AssertableApplicationContext context, Context extracted) {
		Map<String, String> onward = new TreeMap<>();
		try (Scope scope = extracted.makeCurrent()) {
			propagator(context).inject(extracted, onward, Map::put);
		}
		return onward;
	}

}
