package io.tracingstarter.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the page on the architecture leaves out no package.
 */
class ArchitecturePageTests {

	static Stream<String> packages() throws IOException {
		try (Stream<Path> entries = Files.list(Path.of("src/main/java/io/tracingstarter"))) {
			return entries.filter(Files::isDirectory)
				.map((directory) -> directory.getFileName().toString())
				.toList()
				.stream();
		}
	}

	@ParameterizedTest
	@MethodSource("packages")
	void shouldNamePackage(String name) {
		assertThat(Documentation.read(Documentation.ROOT.resolve("docs/architecture.md")))
			.containsPattern("\\| .*`….\\Q" + name + "\\E[.<*`]");
	}

}
