package io.tracingstarter.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.tracingstarter.docs.ConfigurationMetadata.Property;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that {@code docs/properties.md} is what the configuration metadata says. Run with
 * {@code -Ddocs.update=true} to write it anew.
 */
class PropertyReferenceTests {

	private static final Path PAGE = Documentation.ROOT.resolve("docs/properties.md");

	@Test
	void shouldMatchMetadata() throws IOException {
		String reference = render();
		if (Boolean.getBoolean("docs.update")) {
			Files.writeString(PAGE, reference);
		}
		assertThat(Documentation.read(PAGE))
			.as("docs/properties.md is out of date: mvn -pl tracing-autoconfigure test -Dtest=PropertyReferenceTests -Ddocs.update=true")
			.isEqualTo(reference);
	}

	@Test
	void shouldDescribeEveryProperty() {
		assertThat(ConfigurationMetadata.properties()).hasSizeGreaterThan(20)
			.allSatisfy((property) -> assertThat(property.description()).as(property.name()).isNotBlank());
	}

	private static String render() {
		Map<String, List<Property>> groups = ConfigurationMetadata.properties()
			.stream()
			.collect(Collectors.groupingBy(Property::group, TreeMap::new, Collectors.toList()));
		StringBuilder page = new StringBuilder("""
				# Properties

				Generated from the configuration metadata of the library, which your editor reads too. Every
				`management.*` and `logging.*` property of Spring Boot that you set still wins.
				""");
		groups.forEach((group, properties) -> {
			page.append("\n## `").append(group).append("`\n\n| property | default | what it does |\n|---|---|---|\n");
			properties.forEach((property) -> page.append("| `%s` | %s | %s |\n".formatted(property.name(),
					property.byDefault().isEmpty() ? "" : "`" + property.byDefault() + "`",
					property.description().replace("|", "\\|"))));
		});
		return page.toString();
	}

}
