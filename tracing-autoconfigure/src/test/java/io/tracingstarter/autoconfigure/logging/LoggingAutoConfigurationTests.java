package io.tracingstarter.autoconfigure.logging;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import io.tracingstarter.autoconfigure.InvalidTracingPropertyException;
import io.tracingstarter.autoconfigure.SummaryEntry;
import io.tracingstarter.logging.JsonLogSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LoggingAutoConfiguration} and {@link LoggingProperties}.
 */
class LoggingAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(LoggingAutoConfiguration.class))
		.withPropertyValues("logging.structured.format.console=" + LoggingEnvironmentPostProcessor.FORMATTER);

	private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

	// never started, so that it writes nothing
	private final ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();

	@BeforeEach
	void addStructuredAppender() {
		this.appender.setEncoder(new StructuredLogEncoder());
		this.root.addAppender(this.appender);
	}

	@AfterEach
	void removeStructuredAppender() {
		this.root.detachAppender(this.appender);
	}

	@Test
	void shouldSayLayoutWhenConsoleIsJson() {
		this.runner.withPropertyValues("tracing.logging.layout=ecs").run((context) -> {
			SummaryEntry entry = context.getBean(SummaryEntry.class);
			assertThat(entry).isEqualTo(new SummaryEntry(SummaryEntry.LOGGING, "logs as ecs JSON"));
		});
	}

	@Test
	void shouldSayTextWhenConsoleIsNotStructured() {
		this.runner.withPropertyValues("logging.structured.format.console=")
			.run((context) -> assertThat(context.getBean(SummaryEntry.class).text()).isEqualTo("logs as text"));
	}

	@Test
	void shouldSayFormatWhenUserChoseOne() {
		this.runner.withPropertyValues("logging.structured.format.console=gelf")
			.run((context) -> assertThat(context.getBean(SummaryEntry.class).text())
				.isEqualTo("logs in the format gelf"));
	}

	@Test
	void shouldDoNothingWhenTracingIsOff() {
		this.runner.withPropertyValues("tracing.enabled=false", "tracing.logging.stack-trace.max-length=0")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(SummaryEntry.class));
	}

	@Test
	void shouldStartWhenEncoderIsMissing() {
		this.runner.withClassLoader(new FilteredClassLoader("net.logstash", "tools.jackson", "ch.qos.logback"))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(LoggingProperties.class));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, -1, Integer.MIN_VALUE })
	void shouldFailWhenStackTraceLengthIsNotPositive(int length) {
		this.runner.withPropertyValues("tracing.logging.stack-trace.max-length=" + length)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidTracingPropertyException.class, (ex) -> {
					assertThat(ex.getProperty()).isEqualTo("tracing.logging.stack-trace.max-length");
					assertThat(ex.getValue()).isEqualTo(Integer.toString(length));
					assertThat(ex.getAction()).contains("8192");
				}));
	}

	@Test
	void shouldHaveTheEncodersDefaultWhenStackTraceLengthIsNotSet() {
		assertThat(LoggingProperties.DEFAULT_STACK_TRACE_LENGTH).isEqualTo(JsonLogSettings.DEFAULT_STACK_TRACE_LENGTH);
	}

}
