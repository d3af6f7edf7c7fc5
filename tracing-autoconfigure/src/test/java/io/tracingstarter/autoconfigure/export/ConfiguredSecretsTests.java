package io.tracingstarter.autoconfigure.export;

import java.time.Duration;
import java.util.Map;

import io.tracingstarter.autoconfigure.export.honeycomb.HoneycombExporterProperties;
import io.tracingstarter.export.ExportEndpoint;
import io.tracingstarter.export.HttpClientSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.actuate.autoconfigure.context.properties.ConfigurationPropertiesReportEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.env.EnvironmentEndpointAutoConfiguration;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConfiguredSecrets}.
 */
class ConfiguredSecretsTests {

	@ParameterizedTest
	@CsvSource({ "tracing.exporters.honeycomb.api-key, hidden", "tracing.exporters.honeycomb.apiKey, hidden",
			"TRACING_EXPORTERS_HONEYCOMB_APIKEY, hidden", "TRACING_EXPORTERS_HONEYCOMB_API_KEY, hidden",
			"tracing.exporters.otlp.headers.authorization, hidden", "tracing.exporters.otlp.headers[x-a.b], hidden",
			"TRACING_EXPORTERS_OTLP_HEADERS_AUTHORIZATION, hidden", "TRACING_EXPORTERS_JAEGER_HEADERS_X_A, hidden",
			"tracing.exporters.honeycomb.dataset, shown", "tracing.exporters.otlp.compression, shown",
			"management.otlp.headers, shown" })
	void shouldHideWhenKeyIsSecretInAnySpelling(String key, String outcome) {
		SanitizableData data = new ConfiguredSecrets(new MockEnvironment())
			.apply(new SanitizableData(null, key, "value"));
		assertThat(data.getValue()).isEqualTo(outcome.equals("hidden") ? "******" : "value");
	}

	@ParameterizedTest
	@CsvSource({ "tracing.exporters.zipkin.endpoint", "TRACING_EXPORTERS_ZIPKIN_ENDPOINT" })
	void shouldHideOnlyCredentialsWhenKeyIsEndpoint(String key) {
		SanitizableData data = new ConfiguredSecrets(new MockEnvironment())
			.apply(new SanitizableData(null, key, "http://user:pass@host:9411/api"));
		assertThat(data.getValue()).isEqualTo("http://******@host:9411/api");
	}

	@Test
	void shouldHideSecretsInEndpointsWhenTheyShowAllValues() {
		ExporterRunner
			.create("management.endpoint.env.show-values=always", "management.endpoint.configprops.show-values=always",
					"management.endpoints.web.exposure.include=*", "management.endpoints.jmx.exposure.include=*",
					"my.key=top-secret-1", "tracing.exporters.honeycomb.enabled=true",
					"tracing.exporters.honeycomb.api-key=${my.key}", "tracing.exporters.otlp.enabled=true",
					"tracing.exporters.otlp.headers.authorization=Bearer top-secret-2",
					"sun.java.command=app.jar --tracing.exporters.otlp.headers.authorization=Bearer top-secret-2",
					"tracing.exporters.zipkin.enabled=true",
					"tracing.exporters.zipkin.endpoint=http://user:top-secret-3@localhost:9411/api/v2/spans")
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addLast(new SystemEnvironmentPropertySource("test-systemEnvironment",
						Map.of("TRACING_EXPORTERS_JAEGER_HEADERS_X_TOKEN", "top-secret-4",
								"TRACING_EXPORTERS_JAEGER_ENABLED", "true", "SPRING_APPLICATION_JSON",
								"{\"tracing.exporters.jaeger.headers.x\":\"top-secret-4\"}"))))
			.withConfiguration(AutoConfigurations.of(EnvironmentEndpointAutoConfiguration.class,
					ConfigurationPropertiesReportEndpointAutoConfiguration.class))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				JsonMapper json = new JsonMapper();
				String env = json.writeValueAsString(context.getBean(EnvironmentEndpoint.class).environment(null));
				String properties = json.writeValueAsString(
						context.getBean(ConfigurationPropertiesReportEndpoint.class).configurationProperties());
				assertThat(env).doesNotContain("top-secret").contains("http://******@localhost:9411/api/v2/spans");
				assertThat(properties).doesNotContain("top-secret").contains("tracing.exporters.honeycomb");
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "secret-token", "secret-password", "secret-value", "secret-user" })
	void shouldHideVariableWhenItIsPartOfSecret(String value) {
		MockEnvironment environment = new MockEnvironment()
			.withProperty("tracing.exporters.otlp.headers.authorization", "Bearer secret-token")
			.withProperty("tracing.exporters.jaeger.endpoint", "https://secret-user@host/v1/traces")
			.withProperty("tracing.exporters.zipkin.endpoint",
					"http://ann:secret-password@host:9411/api/v2/spans?key=secret-value");
		assertThat(new ConfiguredSecrets(environment).apply(new SanitizableData(null, "MY_VARIABLE", value)).getValue())
			.isEqualTo("******");
	}

	@Test
	void shouldShowHarmlessValueWhenItEqualsShortHeader() {
		MockEnvironment environment = new MockEnvironment().withProperty("tracing.exporters.otlp.headers.x", "true");
		SanitizableData data = new ConfiguredSecrets(environment).apply(new SanitizableData(null, "my.flag", "true"));
		assertThat(data.getValue()).isEqualTo("true");
	}

	@Test
	void shouldBackOffWhenActuatorIsAbsent() {
		ExporterRunner.create()
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("tracingConfiguredSecrets"));
	}

	@Test
	void shouldStayWhenTracingIsSwitchedOff() {
		ExporterRunner.create("tracing.enabled=false")
			.run((context) -> assertThat(context).hasSingleBean(SanitizingFunction.class));
	}

	@Test
	void shouldNotLeakWhenPrinted() {
		HoneycombExporterProperties properties = new HoneycombExporterProperties();
		properties.setApiKey("top-secret");
		properties.setHeaders(Map.of("a", "top-secret"));
		HttpClientSettings settings = new HttpClientSettings(ExportEndpoint.parse("http://u:top-secret@host", ""),
				Map.of("a", "top-secret"), false, Duration.ofSeconds(1), Duration.ofSeconds(1), null);
		assertThat(properties + " " + settings + " " + settings.endpoint()).doesNotContain("top-secret");
	}

}
