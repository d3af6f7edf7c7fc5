package io.tracingstarter.autoconfigure;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.tracingstarter.testing.LoggingSystemExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.micrometer.tracing.autoconfigure.TracingProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.PropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link TracingAutoConfiguration}, the defaults set for Boot, and the line at
 * start-up, in whole applications.
 */
@ExtendWith({ LoggingSystemExtension.class, OutputCaptureExtension.class })
class TracingAutoConfigurationTests {

	@Test
	void shouldSayInOneLineWhatIsOn(CapturedOutput output) {
		try (ConfigurableApplicationContext context = run()) {
			assertThat(linesWith("Tracing is on", output)).singleElement()
				.asString()
				.contains("sampling 100 %", "propagation reads W3C, B3, B3-MULTI and writes W3C",
						"correlation id in X-Correlation-ID");
		}
	}

	@Test
	void shouldSayItOnceWhereContextsHaveChildren(CapturedOutput output) {
		try (ConfigurableApplicationContext child = new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.NONE)
			.child(ChildApplication.class)
			.web(WebApplicationType.NONE)
			.run()) {
			assertThat(linesWith("Tracing is on", output)).hasSize(1);
			((ConfigurableApplicationContext) child.getParent()).close();
		}
	}

	@Test
	void shouldSayWhatTheUserChose(CapturedOutput output) {
		try (ConfigurableApplicationContext context = run("tracing.sampling.probability=0.05",
				"tracing.propagation.consume=jaeger,X-Ray", "tracing.propagation.produce=xray,w3c,b3-multi,jaeger",
				"tracing.correlation.accept-incoming=false")) {
			assertThat(linesWith("Tracing is on", output)).singleElement()
				.asString()
				.contains("sampling 5 %", "propagation reads JAEGER, XRAY and writes XRAY, W3C, B3-MULTI, JAEGER",
						"(incoming ids refused)");
		}
	}

	@ParameterizedTest
	@CsvSource({ "false, logs as your own Logback configuration says", "true, logs as logstash JSON" })
	void shouldSayHowLogsAreWrittenWhenUserHasOwnConfiguration(boolean replace, String expected,
			CapturedOutput output) {
		try (ConfigurableApplicationContext context = run("logging.config=classpath:own-logback.xml",
				"tracing.logging.replace-encoders=" + replace)) {
			await().until(() -> !linesWith("Tracing is on", output).isEmpty());
			assertThat(linesWith("Tracing is on", output)).singleElement().asString().contains(expected);
		}
	}

	@Test
	void shouldLimitWhatOneSpanCanHold() {
		try (ConfigurableApplicationContext context = run()) {
			Span span = context.getBean(SdkTracerProvider.class).get("test").spanBuilder("large").startSpan();
			span.setAttribute("large", "x".repeat(20_000));
			assertThat(((ReadableSpan) span).getAttribute(AttributeKey.stringKey("large"))).hasSize(16_384);
		}
	}

	@Test
	void shouldSayNothingWhenSwitchedOff(CapturedOutput output) {
		try (ConfigurableApplicationContext context = run("tracing.enabled=false")) {
			assertThat(linesWith("Tracing is on", output)).isEmpty();
			assertThat(context.getBeansOfType(SummaryEntry.class)).isEmpty();
			assertThat(context.getEnvironment().getProperty("spring.reactor.context-propagation")).isNull();
		}
	}

	@Test
	void shouldLetBootsPropertiesWin() {
		try (ConfigurableApplicationContext context = run("tracing.sampling.probability=0.5",
				"management.tracing.sampling.probability=0.25", "spring.reactor.context-propagation=limited",
				"tracing.propagation.produce=b3", "management.tracing.propagation.produce=w3c")) {
			TracingProperties properties = context.getBean(TracingProperties.class);
			assertThat(properties.getSampling().getProbability()).isEqualTo(0.25f);
			assertThat(properties.getPropagation().getProduce())
				.containsExactly(TracingProperties.Propagation.PropagationType.W3C);
			assertThat(context.getEnvironment().getProperty("spring.reactor.context-propagation")).isEqualTo("limited");
		}
	}

	@Test
	void shouldLetDefaultPropertiesOfTheUserWin() {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.NONE)
			.properties("management.tracing.sampling.probability=0.25", "spring.reactor.context-propagation=limited",
					"management.tracing.propagation.produce[0]=b3", "logging.structured.format.console=ecs")
			.run("--tracing.propagation.produce=w3c")) {
			assertUsersDefaultsWin(context);
			assertThat(context.getBean(TracingProperties.class).getPropagation().getProduce())
				.containsExactly(TracingProperties.Propagation.PropagationType.B3);
			assertThat(context.getEnvironment().getProperty("logging.structured.format.console")).isEqualTo("ecs");
		}
	}

	@Test
	void shouldLetPropertySourcesOfTheUserWin() {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(PropertySourceApplication.class)
			.web(WebApplicationType.NONE)
			.run()) {
			assertUsersDefaultsWin(context);
		}
	}

	private static void assertUsersDefaultsWin(ConfigurableApplicationContext context) {
		assertThat(context.getBean(TracingProperties.class).getSampling().getProbability()).isEqualTo(0.25f);
		assertThat(context.getEnvironment().getProperty("spring.reactor.context-propagation")).isEqualTo("limited");
	}

	@ParameterizedTest
	@CsvSource({ "1.0E-4", "5e-1", ".25", "0" })
	void shouldHandSamplingOnHoweverTheNumberIsWritten(String probability) {
		try (ConfigurableApplicationContext context = run("tracing.sampling.probability=" + probability)) {
			assertThat(context.getBean(TracingProperties.class).getSampling().getProbability())
				.isEqualTo(Float.parseFloat(probability));
		}
	}

	@Test
	void shouldSayTheSameOfTheServiceOnSpansAndInLogs(CapturedOutput output) {
		try (ConfigurableApplicationContext context = run("spring.application.name=orders",
				"spring.application.version=1.2.3", "tracing.environment=staging",
				"management.opentelemetry.resource-attributes[service.name]=orders-eu")) {
			Attributes resource = context.getBean(Resource.class).getAttributes();
			assertThat(resource.get(AttributeKey.stringKey("service.name"))).isEqualTo("orders-eu");
			assertThat(resource.get(AttributeKey.stringKey("service.version"))).isEqualTo("1.2.3");
			assertThat(resource.get(AttributeKey.stringKey("deployment.environment.name"))).isEqualTo("staging");
			assertThat(linesWith("Tracing is on", output)).singleElement()
				.asString()
				.contains("\"service\":\"orders-eu\"", "\"version\":\"1.2.3\"", "\"environment\":\"staging\"");
		}
	}

	@Test
	void shouldAssumeBootsOwnDefaultFormats() {
		TracingProperties.Propagation defaults = new TracingProperties().getPropagation();
		assertThat(names(defaults.getConsume())).containsExactly("W3C", "B3", "B3_MULTI");
		assertThat(names(defaults.getProduce())).containsExactly("W3C");
	}

	private static List<String> names(List<? extends Enum<?>> values) {
		return values.stream().<String>map(Enum::name).toList();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			tracing.sampling.probability   | 1.5         | from 0.0 (none) to 1.0 (all)
			tracing.sampling.probability   | NaN         | from 0.0 (none) to 1.0 (all)
			tracing.correlation.header     | X Bad       | Use letters, digits and hyphens
			tracing.correlation.aliases[1] | Bad:        | Use letters, digits and hyphens
			tracing.correlation.header     | x-trace-id  | tracing.correlation.response.trace-id
			tracing.correlation.header     | TraceParent | Use a name of your own
			tracing.correlation.header     | content-length | Use a name of your own
			tracing.correlation.header     | x-amzn-trace-id | Use a name of your own
			tracing.propagation.hosts[0]   | orders:8080 | without scheme and port
			tracing.propagation.hosts[0]   | http://x    | without scheme and port
			tracing.propagation.hosts[0]   | api.*       | without scheme and port
			tracing.propagation.hosts[0]   | ::1         | without scheme and port
			tracing.propagation.baggage.allowed-keys[0] | a b | such as tenant-id
			tracing.correlation.generator  | snowflake   | TRACE_ID
			tracing.propagation.produce    | xray-mistyped | JAEGER
			tracing.trace-ids              | time        | EPOCH
			""")
	void shouldNameWrongPropertyValueAndFix(String property, String value, String fix, CapturedOutput output) {
		assertThatException().isThrownBy(() -> run("tracing.correlation.aliases[0]=X-Good", property + "=" + value));
		assertThat(output).contains("APPLICATION FAILED TO START").contains(value).contains(fix);
		assertThat(output).containsPattern("[^.]" + Pattern.quote(property));
		assertThat(output).doesNotContain("management." + property);
	}

	@Test
	void shouldNotClaimToPropagateWhenTracingIsSwitchedOff(CapturedOutput output) {
		try (ConfigurableApplicationContext context = run("management.tracing.export.enabled=false")) {
			assertThat(linesWith("Tracing is on", output)).singleElement()
				.asString()
				.contains("no propagation of traces")
				.doesNotContain("W3C");
		}
	}

	@Test
	void shouldWarnWhenBaggageCarriesTheSameHeader(CapturedOutput output) {
		try (ConfigurableApplicationContext context = run(
				"management.tracing.baggage.remote-fields=x-correlation-id")) {
			assertThat(linesWith("management.tracing.baggage.remote-fields", output)).singleElement()
				.asString()
				.contains("x-correlation-id")
				.contains("Remove it there");
		}
	}

	private static List<String> linesWith(String text, CapturedOutput output) {
		return output.getOut().lines().filter((line) -> line.contains(text)).toList();
	}

	private static ConfigurableApplicationContext run(String... properties) {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.run(Stream.of(properties).map((property) -> "--" + property).toArray(String[]::new));
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

	}

	@SpringBootConfiguration
	static class ChildApplication {

	}

	@PropertySource("classpath:user-defaults.properties")
	static class PropertySourceApplication extends Application {

	}

}
