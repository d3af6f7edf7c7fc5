package io.tracingstarter.autoconfigure.export;

import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Auto-configuration that keeps the exporters' secrets out of actuator endpoints. Also
 * where tracing is switched off: the properties are there all the same.
 */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public final class ExporterSecretsAutoConfiguration {

	@Bean
	SanitizingFunction tracingExporterSecrets(ConfigurableEnvironment environment) {
		return new ExporterSecrets(environment);
	}

}
