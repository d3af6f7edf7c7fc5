package io.tracingstarter.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the templates in {@code ops/aws} fit together and to the library.
 */
class AwsTemplateTests {

	private static final Path FOLDER = Path.of("../ops/aws");

	static Stream<Path> templates() throws IOException {
		try (Stream<Path> files = Files.list(FOLDER)) {
			return files.filter((file) -> file.toString().endsWith(".yaml")).toList().stream();
		}
	}

	private static Map<String, Object> read(Path template) throws IOException {
		return new Yaml(new Tags()).load(Files.readString(template));
	}

	private static Map<String, Object> resource(String file, String name) throws IOException {
		Map<String, Object> resource = map(map(read(FOLDER.resolve(file)).get("Resources")).get(name));
		return map(resource.get("Properties"));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> map(Object value) {
		return (Map<String, Object>) value;
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> list(Object value) {
		return (List<Map<String, Object>>) value;
	}

	@ParameterizedTest
	@MethodSource("templates")
	void shouldReferToWhatIsThere(Path template) throws IOException {
		Map<String, Object> content = read(template);
		List<String> names = new ArrayList<>(map(content.get("Parameters")).keySet());
		names.addAll(map(content.get("Resources")).keySet());
		assertThat(content).containsEntry("AWSTemplateFormatVersion", "2010-09-09");
		assertThat(references(content)).isNotEmpty()
			.allSatisfy((name) -> assertThat(name.startsWith("AWS::") || names.contains(name)).as(name).isTrue());
		assertThat(names).filteredOn((name) -> map(content.get("Parameters")).containsKey(name))
			.allSatisfy((name) -> assertThat(references(content)).as("parameter is used").contains(name));
	}

	private static List<String> references(Object value) {
		if (value instanceof Reference reference) {
			return reference.names();
		}
		if (value instanceof Map<?, ?> map) {
			return map.values().stream().flatMap((each) -> references(each).stream()).toList();
		}
		return (value instanceof List<?> list) ? list.stream().flatMap((each) -> references(each).stream()).toList()
				: List.of();
	}

	@Test
	void shouldMakeGroupAndRuleAsDocumented() throws IOException {
		assertThat(resource("xray.yaml", "Problems").get("FilterExpression"))
			.hasToString("error = true OR fault = true OR throttle = true OR responsetime > ${SlowerThanSeconds}");
		Map<String, Object> rule = map(resource("xray.yaml", "Sampling").get("SamplingRule"));
		assertThat(rule).containsEntry("Priority", 9000)
			.containsEntry("ReservoirSize", 5)
			.containsEntry("FixedRate", 0.1);
		// a rule that lacks one of them is refused
		assertThat(rule).containsKeys("RuleName", "ServiceName", "ServiceType", "Host", "HTTPMethod", "URLPath",
				"ResourceARN", "Version");
	}

	@Test
	void shouldAllowNothingButToWriteAndToAskForRules() throws IOException {
		Map<String, Object> policy = map(resource("xray.yaml", "Writer").get("PolicyDocument"));
		assertThat(list(policy.get("Statement"))).flatExtracting((statement) -> (List<?>) statement.get("Action"))
			.extracting(String::valueOf)
			.containsExactlyInAnyOrder("xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:PutSpans",
					"xray:PutSpansForIndexing", "xray:GetSamplingRules", "xray:GetSamplingTargets");
	}

	@ParameterizedTest
	@CsvSource({ "ecs-daemon.yaml, xray-daemon", "ecs-collector.yaml, collector" })
	void shouldStartServiceWithSettingsThatExist(String file, String sidecar) throws IOException {
		List<Map<String, Object>> containers = list(resource(file, "Task").get("ContainerDefinitions"));
		assertThat(containers).extracting((container) -> container.get("Name")).containsExactly("service", sidecar);
		assertThat(list(containers.get(0).get("DependsOn"))).extracting((dependency) -> dependency.get("ContainerName"))
			.containsExactly(sidecar);
		assertThat(containers.get(1)).as("a broken daemon ends no service").containsEntry("Essential", false);
		List<String> variables = list(containers.get(0).get("Environment")).stream()
			.map((variable) -> (String) variable.get("Name"))
			.filter((variable) -> variable.startsWith("TRACING_"))
			.toList();
		List<String> known = ConfigurationMetadata.properties()
			.stream()
			.map((property) -> property.name().replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT))
			.toList();
		assertThat(variables).hasSizeGreaterThan(1).isSubsetOf(known);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					api a1b2 prod          | 0 | apigateway update-stage --rest-api-id a1b2 --stage-name prod --patch-operations op=replace,path=/tracingEnabled,value=true
					api a1b2 prod --off    | 0 | apigateway update-stage --rest-api-id a1b2 --stage-name prod --patch-operations op=replace,path=/tracingEnabled,value=false
					lambda likes           | 0 | lambda update-function-configuration --function-name likes --tracing-config Mode=Active
					lambda likes --off     | 0 | lambda update-function-configuration --function-name likes --tracing-config Mode=PassThrough
					lambda                 | 2 | ''
					api a1b2               | 2 | ''
					lambda likes --help    | 0 | ''
					""")
	void shouldSwitchTracingOn(String arguments, int exitCode, String called, @TempDir Path bin) throws Exception {
		Path aws = bin.resolve("aws");
		Path calls = bin.resolve("calls");
		Files.writeString(calls, "");
		Files.writeString(aws, "#!/bin/sh\necho \"$@\" >> '" + calls + "'\n");
		Files.setPosixFilePermissions(aws, PosixFilePermissions.fromString("rwx------"));
		List<String> command = new ArrayList<>(List.of("bash", FOLDER.resolve("active-tracing.sh").toString()));
		command.addAll(List.of(arguments.split(" ")));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().merge("PATH", bin.toString(), (path, first) -> first + ":" + path);
		Process process = builder.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
		assertThat(process.exitValue()).as(output).isEqualTo(exitCode);
		assertThat(Files.readString(calls).replaceAll(" --query .*\n", "")).isEqualTo(called);
	}

	/** What stands behind {@code !Ref} or within {@code !Sub}. */
	private record Reference(List<String> names, String text) {

		private static final Pattern NAME = Pattern.compile("\\$\\{([^}]+)}");

		private static Reference of(String tag, String text) {
			return new Reference(tag.equals("!Ref") ? List.of(text)
					: NAME.matcher(text).results().map((match) -> match.group(1)).toList(), text);
		}

		@Override
		public String toString() {
			return this.text;
		}

	}

	private static final class Tags extends SafeConstructor {

		private Tags() {
			super(new LoaderOptions());
			this.yamlMultiConstructors.put("!", new AbstractConstruct() {

				@Override
				public Object construct(Node node) {
					return Reference.of(node.getTag().getValue(), ((ScalarNode) node).getValue());
				}

			});
		}

	}

}
