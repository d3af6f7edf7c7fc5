package io.tracingstarter.docs;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.tracingstarter.docs.Documentation.Block;
import io.tracingstarter.testing.LoggingSystemExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that everything the documentation tells people to write works as written.
 */
@ExtendWith(LoggingSystemExtension.class)
class SnippetTests {

	private static final Pattern SNIPPET = Pattern.compile("// snippet: \\S+\\n(.*?)[ \\t]*// end", Pattern.DOTALL);

	private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(#[^)\\s]*)?\\)");

	static Stream<Block> yaml() {
		return Documentation.blocks("yaml");
	}

	static Stream<Block> java() {
		return Documentation.blocks("java");
	}

	static Stream<Block> json() {
		return Documentation.blocks("json");
	}

	static Stream<Block> dependencies() {
		return Documentation.blocks("xml").filter((block) -> block.text().contains("<dependency>"));
	}

	static Stream<Block> builds() {
		return Documentation.blocks("xml").filter((block) -> !block.text().contains("<dependency>"));
	}

	static Stream<Path> pages() {
		return Documentation.pages().stream();
	}

	@ParameterizedTest
	@MethodSource("yaml")
	void shouldStartWithYaml(Block block) throws Exception {
		Map<String, Object> properties = properties(block);
		Set<String> unknown = properties.keySet()
			.stream()
			.filter((name) -> name.startsWith("tracing.") && !ConfigurationMetadata.knows(name))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(unknown).as("properties that do not exist").isEmpty();
		List<String> arguments = new ArrayList<>(List.of("--HONEYCOMB_API_KEY=key", "--TEMPO_TOKEN=token",
				"--TRACE_DEBUG_SECRET=0af7651916cd43dd8448eb211c80319c"));
		properties.forEach((name, value) -> arguments.add("--" + name + "=" + value));
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.NONE)
			.run(arguments.toArray(String[]::new))) {
			assertThat(context.isRunning()).isTrue();
		}
	}

	private static Map<String, Object> properties(Block block) throws Exception {
		return new YamlPropertySourceLoader().load("snippet", new ByteArrayResource(block.text().getBytes()))
			.stream()
			.flatMap((source) -> {
				EnumerablePropertySource<?> enumerable = (EnumerablePropertySource<?>) source;
				return Stream.of(enumerable.getPropertyNames())
					.map((name) -> Map.entry(name, String.valueOf(enumerable.getProperty(name))));
			})
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	@ParameterizedTest
	@MethodSource("java")
	void shouldCompileJava(Block block) throws Exception {
		String source = Files.readString(Path.of("src/test/java/io/tracingstarter/docs/DocumentedCode.java"));
		assertThat(SNIPPET.matcher(source)
			.results()
			.map((snippet) -> snippet.group(1).stripTrailing().stripIndent().strip())).contains(block.text().strip());
	}

	@ParameterizedTest
	@MethodSource("json")
	void shouldParseJson(Block block) {
		assertThat(block.text().strip().lines()).allSatisfy((line) -> JsonMapper.shared().readTree(line));
	}

	@ParameterizedTest
	@MethodSource("dependencies")
	void shouldNameTheStarterAsItIs(Block block) {
		String pom = Documentation.read(Documentation.ROOT.resolve("tracing-starter/pom.xml"));
		for (String element : List.of("groupId", "artifactId", "version")) {
			Matcher documented = Pattern.compile("<" + element + ">([^<]+)</" + element + ">").matcher(block.text());
			assertThat(documented.find()).as(element).isTrue();
			assertThat(pom).contains("<" + element + ">" + documented.group(1) + "</" + element + ">");
		}
	}

	@ParameterizedTest
	@MethodSource("builds")
	void shouldBuildAsTheSamplesDo(Block block) {
		String pom = Documentation.read(Documentation.ROOT.resolve("sample-services/pom.xml"));
		assertThat(block.text().lines().map(String::strip)).isNotEmpty()
			.allSatisfy((line) -> assertThat(pom).contains(line));
	}

	@ParameterizedTest
	@MethodSource("pages")
	void shouldLinkToWhatIsThere(Path page) {
		LINK.matcher(Documentation.read(page))
			.results()
			.map((link) -> link.group(1))
			.filter((target) -> URI.create(target).getScheme() == null)
			.forEach((target) -> assertThat(page.resolveSibling(target)).exists());
	}

	@Test
	void shouldDocumentEveryFeatureWithYaml() {
		assertThat(yaml()).hasSizeGreaterThan(10);
		assertThat(java()).hasSizeGreaterThan(5);
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

	}

}
