package io.tracingstarter.autoconfigure.web;

import java.util.LinkedHashMap;
import java.util.Map;

import io.tracingstarter.testing.RunningApplication;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.context.annotation.Bean;
import org.springframework.web.context.request.WebRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that error attributes of the user's own stay as they are, but for the ids.
 */
class OwnErrorAttributesIntegrationTests {

	@Test
	void shouldAddIdsToAttributesOfUser() {
		try (RunningApplication application = RunningApplication.servlet(OwnApplication.class)) {
			JsonNode body = body(application);
			assertThat(body.path("shop").asString()).isEqualTo("open");
			assertThat(body.path("correlationId").asString()).isEqualTo("order-4711");
			assertThat(application.bean(OwnErrorAttributes.class)).isSameAs(application.bean(ErrorAttributes.class));
		}
	}

	@Test
	void shouldLeaveIdsOutWhenToldSo() {
		try (RunningApplication application = RunningApplication.servlet(OwnApplication.class,
				"tracing.errors.include-ids=false")) {
			assertThat(body(application).propertyNames()).containsExactly("shop");
			assertThat(JsonMapper.shared().readTree(application.get("/handled/1").body()).propertyNames())
				.doesNotContain("correlationId", "traceId");
		}
	}

	private static JsonNode body(RunningApplication application) {
		return JsonMapper.shared()
			.readTree(application.get("/unhandled", "X-Correlation-ID", "order-4711", "Accept", "application/json")
				.body());
	}

	static class OwnApplication extends FailureApplication {

		@Bean
		OwnErrorAttributes ownErrorAttributes() {
			return new OwnErrorAttributes();
		}

	}

	static class OwnErrorAttributes extends DefaultErrorAttributes {

		@Override
		public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
			return new LinkedHashMap<>(Map.of("shop", "open"));
		}

	}

}
