package io.tracingstarter.autoconfigure.export;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.tracingstarter.export.QueueSpanProcessor;
import io.tracingstarter.testing.LogRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ExporterNames}.
 */
class ExporterNamesTests {

	@ParameterizedTest
	@CsvSource({ "zipkn, zipkin", "otel, otlp", "HoneyComb2, honeycomb", "consol, console" })
	void shouldWarnWithTheNearestNameWhenThereIsNoSuchExporter(String name, String nearest) {
		try (LogRecorder log = LogRecorder.of(ExporterNames.class)) {
			ExporterRunner
				.create("tracing.exporters." + name + ".enabled=true", "tracing.exporters.log.enabled=true",
						"tracing.exporters.honeycomb.api-key=${NO_SUCH_VARIABLE}")
				.run((context) -> assertThat(context).hasNotFailed());
			assertThat(log.events()).singleElement()
				.extracting(ILoggingEvent::getFormattedMessage)
				.asString()
				.contains("tracing.exporters." + name.toLowerCase(Locale.ROOT) + " is no exporter",
						"mean " + nearest + "?");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "shutdown-timeout", "shutdownTimeout", "shutdown_timeout" })
	void shouldSayNothingWhenItIsSettingOfAllExporters(String name) {
		try (LogRecorder log = LogRecorder.of(ExporterNames.class)) {
			ExporterRunner.create("tracing.exporters." + name + "=20s", "tracing.exporters.log.enabled=true")
				.run((context) -> assertThat(context.getBean(QueueSpanProcessor.class).getSettings().shutdownTimeout())
					.hasSeconds(20));
			assertThat(log.events()).isEmpty();
		}
	}

	@Test
	void shouldKnowEveryExporter() {
		SimpleMetadataReaderFactory classes = new SimpleMetadataReaderFactory();
		Stream<String> names = ImportCandidates.load(AutoConfiguration.class, null)
			.getCandidates()
			.stream()
			.filter((name) -> name.startsWith("io.tracingstarter."))
			.map((name) -> exporter(classes, name))
			.filter(Objects::nonNull);
		assertThat(names.sorted()).containsExactlyElementsOf(ExporterNames.KNOWN);
	}

	private static String exporter(SimpleMetadataReaderFactory classes, String name) {
		try {
			MergedAnnotation<ConditionalOnExporter> condition = classes.getMetadataReader(name)
				.getAnnotationMetadata()
				.getAnnotations()
				.get(ConditionalOnExporter.class);
			return condition.isPresent() ? condition.getString("value") : null;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
