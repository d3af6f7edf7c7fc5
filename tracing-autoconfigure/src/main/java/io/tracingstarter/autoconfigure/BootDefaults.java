package io.tracingstarter.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Sets defaults for properties of Boot, below everything a user can write: arguments,
 * files, {@code @PropertySource} and {@code SpringApplication.setDefaultProperties}.
 */
public final class BootDefaults {

	private BootDefaults() {
	}

	/**
	 * Adds defaults to the property source that Boot keeps at the very end, also after
	 * configuration classes have added theirs.
	 * @param environment the application's environment
	 * @param defaults names and values; one that has a value already is left out
	 */
	public static void add(ConfigurableEnvironment environment, Map<String, Object> defaults) {
		Map<String, Object> missing = new LinkedHashMap<>(defaults);
		missing.keySet().removeIf(environment::containsProperty);
		DefaultPropertiesPropertySource.addOrMerge(missing, environment.getPropertySources());
	}

}
