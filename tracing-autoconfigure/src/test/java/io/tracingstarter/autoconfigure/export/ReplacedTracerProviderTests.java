package io.tracingstarter.autoconfigure.export;

import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.tracingstarter.testing.LoggingSystemExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SdkTracerProviderBuilderCustomizer;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith({ LoggingSystemExtension.class, OutputCaptureExtension.class })
class ReplacedTracerProviderTests {

	private static final String WARNING = "takes the place of Spring Boot's SdkTracerProvider";

	@Test
	void shouldWarnWhenTheProviderOfTheApplicationHasNoneOfTheSettings(CapturedOutput output) {
		start(BareProvider.class);
		assertThat(output.getOut()).containsOnlyOnce("The bean 'bareProvider' " + WARNING);
	}

	@Test
	void shouldNotWarnWhenTheProviderOfTheApplicationTakesTheSettings(CapturedOutput output) {
		start(CustomizedProvider.class);
		assertThat(output.getOut()).contains("Tracing is on").doesNotContain(WARNING);
	}

	@Test
	void shouldNotWarnOfTheProviderOfSpringBoot(CapturedOutput output) {
		start(Service.class);
		start(Service.class, "--spring.main.lazy-initialization=true");
		assertThat(output.getOut()).contains("Tracing is on").doesNotContain(WARNING);
	}

	private static void start(Class<?> application, String... arguments) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(application)
			.web(WebApplicationType.NONE)
			.properties("tracing.logging.json=false")
			.run(arguments)) {
			assertThat(context.isRunning()).isTrue();
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Service {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class BareProvider {

		@Bean
		SdkTracerProvider bareProvider() {
			return SdkTracerProvider.builder().build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class CustomizedProvider {

		@Bean
		SdkTracerProvider customizedProvider(ObjectProvider<SdkTracerProviderBuilderCustomizer> customizers) {
			SdkTracerProviderBuilder builder = SdkTracerProvider.builder();
			customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
			return builder.build();
		}

	}

}
