package io.tracingstarter.cli.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ConfigurationFile}.
 */
class ConfigurationFileTests {

	@TempDir
	private Path folder;

	@Test
	void shouldFindTheNearestFileWhenNoneIsNamed() throws IOException {
		Path outer = write(this.folder, "since: 1h");
		Path deep = Files.createDirectories(this.folder.resolve("a/b"));
		assertThat(ConfigurationFile.find(null, deep, Map.of()).orElseThrow().path()).isEqualTo(outer);
		Path inner = write(this.folder.resolve("a"), "since: 2h");
		assertThat(ConfigurationFile.find(null, deep, Map.of()).orElseThrow().path()).isEqualTo(inner);
	}

	@Test
	void shouldFindTheUsersFileWhenNoFolderHasOne() throws IOException {
		Path home = Files.createDirectories(this.folder.resolve("home/.config/trace-request"));
		Path file = write(home, "since: 3h");
		Path elsewhere = Files.createDirectories(this.folder.resolve("elsewhere"));
		Map<String, String> environment = Map.of("HOME", this.folder.resolve("home").toString());
		assertThat(ConfigurationFile.find(null, elsewhere, environment).orElseThrow().path()).isEqualTo(file);
		Map<String, String> xdg = Map.of("XDG_CONFIG_HOME", this.folder.resolve("home/.config").toString());
		assertThat(ConfigurationFile.find(null, elsewhere, xdg).orElseThrow().path()).isEqualTo(file);
	}

	@Test
	void shouldTellTheSourcesInTheirOrderWhenThereAreSeveral() throws IOException {
		Path file = write(this.folder, """
				since: 2d
				sources:
				  zipkin:
				    url: http://localhost:9411
				  logs:
				    type: files
				    paths: [a, b]
				  xray:
				""");
		ConfigurationFile configuration = ConfigurationFile.find(file, this.folder, Map.of()).orElseThrow();
		assertThat(configuration.since()).isEqualTo("2d");
		assertThat(configuration.sources()).containsOnlyKeys("zipkin", "logs", "xray")
			.containsEntry("xray", Map.of())
			.containsEntry("zipkin", Map.of("url", "http://localhost:9411"));
		assertThat(configuration.sources().keySet()).containsExactly("zipkin", "logs", "xray");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "source: {};has no setting \"source\". Do you mean \"sources\"?",
			"sources: [a];sources must be a map of settings", "sources: {a: b};sources.a must be a map of settings",
			"- a;must be a map of settings", "a: b: c;is not valid YAML, line 1" })
	void shouldNameTheMistakeWhenTheFileIsWrong(String content, String message) throws IOException {
		Path file = write(this.folder, content);
		assertThatExceptionOfType(ConfigurationException.class)
			.isThrownBy(() -> ConfigurationFile.find(file, this.folder, Map.of()).orElseThrow().sources())
			.withMessageContaining(file.toString())
			.withMessageContaining(message);
	}

	@Test
	void shouldBeAnEmptyConfigurationWhenTheFileIsEmpty() throws IOException {
		for (String content : List.of("", "# nothing yet", "---")) {
			Path file = write(this.folder, content);
			assertThat(ConfigurationFile.find(file, this.folder, Map.of()).orElseThrow().sources()).isEmpty();
		}
	}

	@Test
	void shouldSayThatThereIsNoneWhenTheNamedFileIsMissing() {
		Path missing = this.folder.resolve("missing.yml");
		assertThatExceptionOfType(ConfigurationException.class)
			.isThrownBy(() -> ConfigurationFile.find(missing, this.folder, Map.of()))
			.withMessage("There is no " + missing + ".");
	}

	private static Path write(Path folder, String content) throws IOException {
		return Files.writeString(folder.resolve(ConfigurationFile.NAME), content);
	}

}
