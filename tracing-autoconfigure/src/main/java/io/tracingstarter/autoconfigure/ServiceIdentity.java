package io.tracingstarter.autoconfigure;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetryResourceAttributes;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
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

	private static final boolean RESOURCE_PRESENT = ClassUtils
		.isPresent("org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetryResourceAttributes", null);

	/**
	 * Reads the identity. What the user says in resource attributes of OpenTelemetry, in
	 * properties or {@code OTEL_*} variables, comes first, so that log lines and spans
	 * name the same service.
	 * @param environment the application's environment, with its files read
	 * @return the identity
	 */
	public static ServiceIdentity from(Environment environment) {
		Map<String, String> attributes = RESOURCE_PRESENT ? ResourceAttributes.of(environment) : Map.of();
		String name = firstText(attributes.get("service.name"), environment.getProperty("spring.application.name"));
		String version = firstText(attributes.get("service.version"),
				environment.getProperty("spring.application.version"));
		String stage = firstText(attributes.get("deployment.environment.name"),
				environment.getProperty("tracing.environment"), String.join(",", environment.getActiveProfiles()));
		return new ServiceIdentity((name != null) ? name : UNKNOWN_NAME, version,
				(stage != null) ? stage : DEFAULT_ENVIRONMENT);
	}

	private static @Nullable String firstText(@Nullable String... values) {
		for (String value : values) {
			if (StringUtils.hasText(value)) {
				return value;
			}
		}
		return null;
	}

	/** Loaded only where Boot's OpenTelemetry module is there. */
	private static final class ResourceAttributes {

		static Map<String, String> of(Environment environment) {
			Map<String, String> attributes = new HashMap<>();
			new OpenTelemetryResourceAttributes(environment,
					Binder.get(environment)
						.bind("management.opentelemetry.resource-attributes",
								Bindable.mapOf(String.class, String.class))
						.orElse(Map.of()))
				.applyTo(attributes::put);
			return attributes;
		}

	}

}
