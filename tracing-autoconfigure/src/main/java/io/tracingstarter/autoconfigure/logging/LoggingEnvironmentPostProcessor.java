package io.tracingstarter.autoconfigure.logging;

import java.util.Map;

import io.tracingstarter.TracingNames;
import io.tracingstarter.autoconfigure.BootDefaults;
import org.apache.commons.logging.Log;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Chooses JSON or text for Spring Boot's own appenders, before the logging system starts.
 * <p>
 * Sets properties of {@code logging.*} at the lowest priority, so that each one the user
 * sets wins. Spring Boot leaves the banner out by itself where the console is structured.
 */
class LoggingEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

	static final String FORMATTER = "io.tracingstarter.autoconfigure.logging.JsonStructuredLogFormatter";

	static final String CORRELATION_PATTERN = "%%correlationId{%s(32),%s(16),%s(1)}"
		.formatted(TracingNames.TRACE_ID_MDC_KEY, TracingNames.SPAN_ID_MDC_KEY, TracingNames.CORRELATION_ID_MDC_KEY);

	// where JSON is on, one appender may still be text by the user's choice
	private static final Map<String, Object> JSON = Map.of("logging.structured.format.console", FORMATTER,
			"logging.structured.format.file", FORMATTER, "logging.pattern.correlation", CORRELATION_PATTERN);

	private static final Map<String, Object> TEXT = Map.of("logging.pattern.correlation", CORRELATION_PATTERN);

	private final Log logger;

	LoggingEnvironmentPostProcessor(DeferredLogFactory logFactory) {
		this.logger = logFactory.getLog(LoggingEnvironmentPostProcessor.class);
	}

	/**
	 * After everything that may add a property, application.yml above all.
	 */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		Binder binder = Binder.get(environment);
		if (isOn(binder, "tracing.enabled")) {
			boolean json = isOn(binder, LoggingProperties.PREFIX + ".json") && isSupported(application);
			BootDefaults.add(environment, json ? JSON : TEXT);
		}
	}

	private boolean isSupported(SpringApplication application) {
		JsonLogSupport support = JsonLogSupport.of(application.getClassLoader());
		if (support != JsonLogSupport.AVAILABLE) {
			this.logger.warn(support.warning());
		}
		return support == JsonLogSupport.AVAILABLE;
	}

	static boolean isOn(Binder binder, String property) {
		try {
			return binder.bind(property, Boolean.class).orElse(true);
		}
		catch (BindException ex) {
			// not a boolean: the properties stop the start-up later
			return true;
		}
	}

}
