package io.tracingstarter.autoconfigure;

import org.junit.jupiter.api.Test;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServiceIdentity}.
 */
class ServiceIdentityTests {

	private final MockEnvironment environment = new MockEnvironment();

	@Test
	void shouldUseDefaultsWhenNothingIsSet() {
		assertThat(ServiceIdentity.from(this.environment))
			.isEqualTo(new ServiceIdentity("unknown_service", null, "default"));
	}

	@Test
	void shouldUsePropertiesWhenTheyAreSet() {
		this.environment.withProperty("spring.application.name", "orders")
			.withProperty("spring.application.version", "1.2")
			.withProperty("tracing.environment", "production")
			.setActiveProfiles("blue");
		assertThat(ServiceIdentity.from(this.environment))
			.isEqualTo(new ServiceIdentity("orders", "1.2", "production"));
	}

	@Test
	void shouldJoinProfilesWhenEnvironmentIsNotSet() {
		this.environment.withProperty("tracing.environment", " ").setActiveProfiles("eu", "blue");
		assertThat(ServiceIdentity.from(this.environment).environment()).isEqualTo("eu,blue");
	}

}
