package io.tracingstarter.autoconfigure.actuator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.tracingstarter.autoconfigure.instrument.jdbc.JdbcInstrumentAutoConfiguration;
import io.tracingstarter.autoconfigure.instrument.kafka.KafkaInstrumentAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.ClassPathResource;
import org.springframework.kafka.core.KafkaTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link InstrumentationReport} and {@link ConditionWords}.
 */
class InstrumentationReportTests {

	@Test
	void shouldSayWhyLibrariesAreNotInstrumented() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(JdbcInstrumentAutoConfiguration.class,
					KafkaInstrumentAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader(KafkaTemplate.class))
			.withPropertyValues("tracing.instrument.jdbc.enabled=false")
			.run((context) -> {
				Map<String, String> reasons = new InstrumentationReport(context.getBeanFactory()).get()
					.stream()
					.filter((library) -> !library.active())
					.collect(Collectors.toMap(InstrumentationReport.Library::library,
							(library) -> String.valueOf(library.reason())));
				assertThat(reasons).containsEntry("jdbc", "switched off: tracing.instrument.jdbc.enabled")
					.containsEntry("kafka", "not on the class path: " + KafkaTemplate.class.getName())
					.containsEntry("grpc", "left out when the application was built");
			});
	}

	@Test
	void shouldNameLibrariesAsPropertiesDo() throws Exception {
		JsonNode metadata = JsonMapper.shared()
			.readTree(new ClassPathResource("META-INF/spring-configuration-metadata.json").getContentAsByteArray());
		assertThat(metadata.path("properties").valueStream().map((property) -> property.path("name").asString()))
			.isNotEmpty()
			.containsAll(libraries().stream().map((name) -> "tracing.instrument." + name + ".enabled").toList());
	}

	private static List<String> libraries() {
		List<String> names = new ArrayList<>();
		new ApplicationContextRunner().run((context) -> new InstrumentationReport(context.getBeanFactory()).get()
			.forEach((library) -> names.add(library.library())));
		assertThat(names).isNotEmpty();
		return names;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					@ConditionalOnClass did not find required class 'a.B' | not on the class path: a.B
					@ConditionalOnClass did not find required classes 'a.B', 'a.C' | not on the class path: a.B, a.C
					@ConditionalOnBooleanProperty (tracing.instrument.jdbc.enabled=true) found different value in property 'x' | switched off: tracing.instrument.jdbc.enabled
					@ConditionalOnBean (types: a.B; SearchStrategy: all) did not find any beans of type a.B | there is no bean of type a.B
					what nobody has foreseen | what nobody has foreseen
					""")
	void shouldSayConditionsInWords(String message, String words) {
		assertThat(ConditionWords.of(message)).isEqualTo(words);
	}

}
