package io.tracingstarter.autoconfigure.export;

import java.util.stream.Stream;

import io.tracingstarter.autoconfigure.InvalidTracingPropertyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for values that stop the start-up.
 */
class InvalidExporterPropertiesTests {

	private static final String P = "tracing.exporters.";

	@ParameterizedTest
	@MethodSource("values")
	void shouldStopWithPropertyValueAndFixWhenValueCannotWork(String exporter, String property, String value,
			@Nullable String shown, String reason) {
		ExporterRunner
			.create(P + "honeycomb.api-key=key", P + exporter + ".enabled=true",
					P + exporter + "." + property + "=" + value)
			.run((context) -> {
				assertThat(context).hasFailed();
				InvalidTracingPropertyException failure = find(context.getStartupFailure());
				assertThat(failure.getProperty()).isEqualTo(P + exporter + "." + property);
				assertThat(failure.getValue()).isEqualTo(shown);
				assertThat(failure).hasMessageContaining(reason);
				assertThat(failure.getAction()).isNotBlank();
			});
	}

	private static InvalidTracingPropertyException find(@Nullable Throwable failure) {
		Throwable cause = failure;
		while (cause != null && !(cause instanceof InvalidTracingPropertyException)) {
			cause = cause.getCause();
		}
		assertThat(cause).isNotNull();
		return (InvalidTracingPropertyException) cause;
	}

	static Stream<Arguments> values() {
		return Stream.of(
				arguments("honeycomb", "api-key", "${NO_SUCH_KEY}", "${NO_SUCH_KEY}",
						"no variable or property NO_SUCH_KEY"),
				arguments("otlp", "headers.authorization", "Bearer ${NO_SUCH_TOKEN:}x${NO_SUCH_TOKEN}",
						"${NO_SUCH_TOKEN}", "no variable or property NO_SUCH_TOKEN"),
				arguments("zipkin", "endpoint", "localhost:9411", "localhost:9411", "not an http or https URL"),
				arguments("zipkin", "endpoint", "", "", "not an http or https URL"),
				arguments("otlp", "endpoint", "ftp://user:secret@host/", "ftp://******@host/",
						"not an http or https URL"),
				arguments("otlp", "endpoint", "http://u:se cret@host/", "http://******@host/", "does not parse"),
				arguments("jaeger", "endpoint", "http:///v1/traces", "http:///v1/traces", "no valid host"),
				arguments("honeycomb", "endpoint", "https://host:99999", "https://host:99999", "port"),
				arguments("zipkin", "max-queue-size", "0", "0", "not between 1 and 1000000"),
				arguments("log", "max-queue-size", "-5", "-5", "not between"),
				arguments("console", "max-queue-size", "2000000000", "2000000000", "not between"),
				arguments("otlp", "max-batch-size", "0", "0", "less than 1"),
				arguments("otlp", "max-batch-size", "2049", "2049", "larger than max-queue-size (2048)"),
				arguments("otlp", "schedule-delay", "-1s", "-1s", "not between 1ms and 1d"),
				arguments("otlp", "timeout", "0s", "0s", "not between"),
				arguments("log", "timeout", "2d", "172800s", "not between"),
				arguments("zipkin", "retry.initial-interval", "0s", "0s", "not between 1ms and 1d"),
				arguments("zipkin", "retry.max-interval", "500ms", "500ms", "shorter than retry.initial-interval (1s)"),
				arguments("log", "retry.max-elapsed-time", "-1s", "-1s", "not between"),
				arguments("zipkin", "connect-timeout", "-1ms", "-1ms", "not between"),
				arguments("otlp", "ssl.bundle", "absent", "absent", "does not use TLS"),
				arguments("honeycomb", "ssl.bundle", "absent", "absent", "no SSL bundle of this name"),
				arguments("honeycomb", "api-key", " ", null, "missing or blank"),
				arguments("honeycomb", "api-key", "sec\u0001ret", "******", "no HTTP header may carry"),
				arguments("honeycomb", "dataset", " ", null, "missing or blank"),
				arguments("otlp", "headers.authorization", "secret\r\nX-Evil: 1", "******", "line break"),
				arguments("otlp", "headers.authorization", "", "******", "blank"),
				arguments("otlp", "enabled", "maybe", "maybe", "neither true nor false"));
	}

}
