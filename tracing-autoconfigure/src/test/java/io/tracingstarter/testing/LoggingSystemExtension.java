package io.tracingstarter.testing;

import java.util.Set;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.mock.env.MockEnvironment;

/**
 * Puts the logging system and the system properties through which Spring Boot configures
 * it back to where they were, because an application that starts finds what the last one
 * left.
 */
public class LoggingSystemExtension implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

	private Set<String> properties = Set.of();

	@Override
	public void beforeAll(ExtensionContext context) {
		this.properties = Set.copyOf(System.getProperties().stringPropertyNames());
	}

	@Override
	public void afterEach(ExtensionContext context) {
		reset();
	}

	@Override
	public void afterAll(ExtensionContext context) {
		reset();
	}

	private void reset() {
		System.getProperties().stringPropertyNames().forEach((name) -> {
			if (!this.properties.contains(name)) {
				System.clearProperty(name);
			}
		});
		LoggingSystem system = LoggingSystem.get(getClass().getClassLoader());
		system.cleanUp();
		system.beforeInitialize();
		system.initialize(new LoggingInitializationContext(new MockEnvironment()), null, null);
		// an application that starts leaves a system alone that is initialized already
		system.cleanUp();
	}

}
