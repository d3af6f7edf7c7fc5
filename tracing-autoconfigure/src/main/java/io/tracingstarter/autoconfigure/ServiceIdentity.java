package io.tracingstarter.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Who this service is, the same on its log lines and its spans.
 *
 * @param name {@code spring.application.name}; {@value #UNKNOWN_NAME} if there is none,
 * as OpenTelemetry's resource conventions demand
 * @param version {@code spring.application.version}, which Spring Boot takes from the
 * jar's manifest
 * @param environment {@code tracing.environment}, else the active profiles with commas
 * between them, else {@value #DEFAULT_ENVIRONMENT}
 */
public record ServiceIdentity(String name, @Nullable String version, String environment) {

	/**
	 * Name of a service that says none.
	 */
	public static final String UNKNOWN_NAME = "unknown_service";

	/**
	 * Environment of a service that says none and has no active profile.
	 */
	public static final String DEFAULT_ENVIRONMENT = "default";

	/**
	 * Reads the identity.
	 * @param environment the application's environment, with its files read
	 * @return the identity
	 */
	public static ServiceIdentity from(Environment environment) {
		String name = environment.getProperty("spring.application.name");
		String version = environment.getProperty("spring.application.version");
		return new ServiceIdentity(StringUtils.hasText(name) ? name : UNKNOWN_NAME,
				StringUtils.hasText(version) ? version : null, environmentName(environment));
	}

	private static String environmentName(Environment environment) {
		String name = environment.getProperty("tracing.environment");
		if (StringUtils.hasText(name)) {
			return name;
		}
		String profiles = String.join(",", environment.getActiveProfiles());
		return profiles.isEmpty() ? DEFAULT_ENVIRONMENT : profiles;
	}

}
