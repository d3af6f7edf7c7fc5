package io.tracingstarter.autoconfigure.logging;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.FilteredClassLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JsonLogSupport}.
 */
class JsonLogSupportTests {

	private static final String LOGBACK = "org.springframework.boot.logging.logback.LogbackLoggingSystem";

	private static final String LOG4J2 = "org.springframework.boot.logging.log4j2.Log4J2LoggingSystem";

	private final ClassLoader classLoader = getClass().getClassLoader();

	@Test
	void shouldBeAvailableWhenEverythingIsThere() {
		assertThat(JsonLogSupport.of(this.classLoader)).isEqualTo(JsonLogSupport.AVAILABLE);
	}

	@Test
	void shouldNameLogbackWhenLog4j2IsInUse() {
		JsonLogSupport support = JsonLogSupport.of(LOG4J2, this.classLoader);
		assertThat(support).isEqualTo(JsonLogSupport.NO_LOGBACK);
		assertThat(support.warning()).contains("not Logback", "spring-boot-starter-logging",
				"tracing.logging.json to false");
	}

	@Test
	void shouldNameEncoderWhenItsJarIsMissing() {
		JsonLogSupport support = JsonLogSupport.of(LOGBACK, new FilteredClassLoader("net.logstash"));
		assertThat(support).isEqualTo(JsonLogSupport.NO_ENCODER);
		assertThat(support.warning()).contains("net.logstash.logback:logstash-logback-encoder");
	}

	@Test
	void shouldNameJacksonWhenItIsMissing() {
		JsonLogSupport support = JsonLogSupport.of(LOGBACK, new FilteredClassLoader("tools.jackson"));
		assertThat(support).isEqualTo(JsonLogSupport.NO_JACKSON);
		assertThat(support.warning()).contains("tools.jackson.core:jackson-databind");
	}

}
