package io.tracingstarter.cli.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.tracingstarter.cli.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the pages for operations show what works.
 */
class DocumentedConfigurationTests {

	private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

	private static final Map<String, String> ENVIRONMENT = Map.of("SEARCH_PASSWORD", "x", "ELASTIC_API_KEY", "x",
			"SPLUNK_TOKEN", "x");

	@TempDir
	private Path folder;

	static Stream<String> yaml() throws IOException {
		return blocks("yaml");
	}

	static Stream<String> json() throws IOException {
		return blocks("json");
	}

	@ParameterizedTest
	@MethodSource("yaml")
	void shouldMakeEverySourceWhenThePageShowsIt(String block) throws IOException {
		Path file = Files.writeString(this.folder.resolve(ConfigurationFile.NAME), block);
		assertThat(sources(file)).isNotEmpty();
	}

	@ParameterizedTest
	@MethodSource("json")
	void shouldBeJsonWhenThePageSaysSo(String block) {
		assertThat(JsonMapper.shared().readTree(block)).isNotNull();
	}

	@Test
	void shouldReadWhatTheDemoLeavesWhenUsedInTheCheckout() {
		assertThat(sources(ROOT.resolve(ConfigurationFile.NAME))).extracting(Source::name)
			.containsExactly("demo-logs", "zipkin");
	}

	private List<Source> sources(Path file) {
		return Configuration
			.of(ConfigurationFile.find(file, this.folder, ENVIRONMENT), Map.of(), List.of(), this.folder, ENVIRONMENT)
			.sources();
	}

	private static Stream<String> blocks(String language) throws IOException {
		Pattern block = Pattern.compile("^```" + language + "\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
		try (Stream<Path> pages = Files.list(ROOT.resolve("docs/operations"))) {
			return pages.filter((page) -> page.toString().endsWith(".md"))
				.sorted()
				.toList()
				.stream()
				.flatMap((page) -> {
					try {
						return block.matcher(Files.readString(page)).results().map((result) -> result.group(1));
					}
					catch (IOException ex) {
						throw new IllegalStateException(ex);
					}
				});
		}
	}

}
