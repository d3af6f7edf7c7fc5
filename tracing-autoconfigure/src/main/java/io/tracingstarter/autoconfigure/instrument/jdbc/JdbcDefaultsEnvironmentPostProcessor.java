package io.tracingstarter.autoconfigure.instrument.jdbc;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Sets defaults for datasource-micrometer at the lowest priority: what a user writes
 * wins.
 */
class JdbcDefaultsEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

	@Override
	public int getOrder() {
		return LOWEST_PRECEDENCE;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		boolean enabled = environment.getProperty("tracing.enabled", Boolean.class, true)
				&& environment.getProperty("tracing.instrument.jdbc.enabled", Boolean.class, true);
		Map<String, Object> defaults = enabled ? Map.of("jdbc.includes", "query")
				: Map.of("jdbc.datasource-proxy.enabled", "false");
		environment.getPropertySources().addLast(new MapPropertySource("tracingJdbcDefaults", defaults));
	}

}
