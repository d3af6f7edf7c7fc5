package io.tracingstarter.autoconfigure.logging;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.logging.LoggingSystem;
import org.springframework.util.ClassUtils;

/**
 * Says whether this application can write its logs as JSON, and otherwise what it lacks.
 */
enum JsonLogSupport {

	/** Everything is there. */
	AVAILABLE(null),

	/** Another logging system than Logback is in use. */
	NO_LOGBACK("the logging system is not Logback",
			"Remove the other logging system, for example spring-boot-starter-log4j2, and depend on spring-boot-starter-logging"),

	/** The encoder's jar is not there. */
	NO_ENCODER("logstash-logback-encoder 9 is not on the class path",
			"Depend on net.logstash.logback:logstash-logback-encoder"),

	/** The encoder's JSON library is not there. */
	NO_JACKSON("Jackson 3 is not on the class path", "Depend on tools.jackson.core:jackson-databind");

	private static final String LOGBACK = "org.springframework.boot.logging.logback.LogbackLoggingSystem";

	// a class that only version 9 and later has: those before need Jackson 2
	static final String ENCODER = "net.logstash.logback.decorate.TokenStreamFactoryBuilderDecorator";

	private static final String JACKSON = "tools.jackson.databind.ObjectMapper";

	private final @Nullable String reason;

	private final @Nullable String action;

	JsonLogSupport(@Nullable String reason) {
		this(reason, null);
	}

	JsonLogSupport(@Nullable String reason, @Nullable String action) {
		this.reason = reason;
		this.action = action;
	}

	static JsonLogSupport of(ClassLoader classLoader) {
		return of(LoggingSystem.get(classLoader).getClass().getName(), classLoader);
	}

	static JsonLogSupport of(String loggingSystem, ClassLoader classLoader) {
		if (!LOGBACK.equals(loggingSystem)) {
			return NO_LOGBACK;
		}
		if (!ClassUtils.isPresent(JACKSON, classLoader)) {
			return NO_JACKSON;
		}
		return ClassUtils.isPresent(ENCODER, classLoader) ? AVAILABLE : NO_ENCODER;
	}

	String warning() {
		return "Logs are written as text, because " + this.reason + ". " + this.action
				+ " to have them as JSON, or set tracing.logging.json to false to have text without this warning.";
	}

}
