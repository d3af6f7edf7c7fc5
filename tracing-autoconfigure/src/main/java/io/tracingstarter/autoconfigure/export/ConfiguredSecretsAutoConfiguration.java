package io.tracingstarter.autoconfigure.export;

import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Auto-configuration that keeps secrets of the configuration out of actuator endpoints,
 * also where tracing is switched off: the properties are there all the same.
 */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public final class ConfiguredSecretsAutoConfiguration {

	@Bean
	SanitizingFunction tracingConfiguredSecrets(ConfigurableEnvironment environment) {
		return new ConfiguredSecrets(environment);
	}

}
