package io.tracingstarter.autoconfigure.logging;

import java.util.Locale;

import io.tracingstarter.autoconfigure.ConditionalOnTracing;
import io.tracingstarter.autoconfigure.ReportEntry;
import io.tracingstarter.autoconfigure.SummaryEntry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration that validates the properties of JSON logs and says at start-up how
 * logs are written. The logs themselves start before any bean.
 */
@AutoConfiguration
@ConditionalOnTracing
@EnableConfigurationProperties(LoggingProperties.class)
public final class LoggingAutoConfiguration {

	private static final String CONSOLE_FORMAT = "logging.structured.format.console";

	LoggingAutoConfiguration(LoggingProperties properties) {
		properties.validate();
	}

	@Bean
	SummaryEntry loggingSummaryEntry(LoggingProperties properties, Environment environment) {
		String format = environment.getProperty(CONSOLE_FORMAT, "");
		return new SummaryEntry(SummaryEntry.LOGGING, summary(properties, format));
	}

	@Bean
	ReportEntry loggingReport(LoggingProperties properties, Environment environment) {
		String text = summary(properties, environment.getProperty(CONSOLE_FORMAT, ""));
		return new ReportEntry(SummaryEntry.LOGGING, "logging", () -> text);
	}

	private static String summary(LoggingProperties properties, String format) {
		if (!format.isBlank() && isOwnText()) {
			return "logs as your own Logback configuration says";
		}
		if (LoggingEnvironmentPostProcessor.FORMATTER.equals(format)) {
			return "logs as " + properties.getLayout().name().toLowerCase(Locale.ROOT) + " JSON";
		}
		return format.isBlank() ? "logs as text" : "logs in the format " + format;
	}

	/**
	 * Whether a configuration of the application's own has no appender that heeds the
	 * format.
	 */
	private static boolean isOwnText() {
		return JsonLogSupport.of(LoggingAutoConfiguration.class.getClassLoader()) == JsonLogSupport.AVAILABLE
				&& !StreamAppenders.anyStructured();
	}

}
