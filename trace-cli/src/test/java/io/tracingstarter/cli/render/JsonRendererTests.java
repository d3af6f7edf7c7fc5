package io.tracingstarter.cli.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.tracingstarter.cli.model.Story;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class JsonRendererTests {

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private final JsonNode schema = schema();

	@Test
	void shouldWriteTheSameFieldsInTheSameOrder() throws IOException {
		Golden.assertMatches("failed.json", json(Stories.failed(), true));
	}

	@Test
	void shouldWriteOnOneLineWhenNotPretty() {
		String line = json(Stories.good(), false);
		assertThat(line.lines()).hasSize(1);
		assertThat(MAPPER.readTree(line)).isEqualTo(MAPPER.readTree(json(Stories.good(), true)));
	}

	@Test
	void shouldConformToTheSchema() {
		for (Story story : List.of(Stories.failed(), Stories.good(), Stories.linesOnly())) {
			List<String> violations = new ArrayList<>();
			check("$", MAPPER.readTree(json(story, false)), this.schema, violations);
			assertThat(violations).isEmpty();
		}
	}

	@Test
	void shouldNoticeWhatDoesNotConform() {
		List<String> violations = new ArrayList<>();
		String json = json(Stories.good(), false).replaceFirst("\"depth\":0", "\"deep\":\"0\"")
			.replaceFirst("\"outcome\":\"OK\"", "\"outcome\":\"FINE\"");
		check("$", MAPPER.readTree(json), this.schema, violations);
		assertThat(violations).containsExactlyInAnyOrder("$.outcome is FINE", "$.spans[0].depth is missing",
				"$.spans[0].deep is unknown");
	}

	@Test
	void shouldBeDocumentedFieldByField() throws IOException {
		String documentation = Files.readString(Path.of("../docs/operations/trace-request-json.md"));
		List<String> fields = new ArrayList<>(
				List.copyOf(this.schema.get("required").valueStream().map(JsonNode::asString).toList()));
		for (Map.Entry<String, JsonNode> definition : this.schema.get("$defs").properties()) {
			definition.getValue().get("required").valueStream().map(JsonNode::asString).forEach(fields::add);
		}
		assertThat(fields)
			.allMatch((field) -> Pattern.compile("`[a-z\\[\\]]*\\.?" + field + "`").matcher(documentation).find());
	}

	@Test
	void shouldHideSecrets() {
		assertThat(json(Stories.failed(), false)).contains("password=****", "postgresql://****@db:5432/likes")
			.doesNotContain("hunter2", "s3cret");
		StringWriter out = new StringWriter();
		new JsonRenderer(Masking.OFF, false).render(Stories.failed(), out);
		assertThat(out.toString()).contains("hunter2", "s3cret");
	}

	/** Checks what the schema of ours uses of JSON Schema. */
	private void check(String path, JsonNode node, JsonNode rule, List<String> violations) {
		if (rule.has("$ref")) {
			String name = rule.get("$ref").asString().replace("#/$defs/", "");
			check(path, node, this.schema.get("$defs").get(name), violations);
			return;
		}
		if (rule.has("anyOf")) {
			if (!node.isNull()) {
				check(path, node, rule.get("anyOf").get(0), violations);
			}
			return;
		}
		boolean listed = !rule.has("enum") || rule.get("enum").valueStream().anyMatch(node::equals);
		if (!listed || (rule.has("const") && !rule.get("const").equals(node))) {
			violations.add(path + " is " + node.asString());
		}
		if (rule.has("type") && !isOfType(node, rule.get("type"))) {
			violations.add(path + " is " + node.getNodeType());
		}
		if (rule.has("pattern") && node.isString()
				&& !Pattern.compile(rule.get("pattern").asString()).matcher(node.asString()).find()) {
			violations.add(path + " is " + node.asString());
		}
		if (rule.has("items")) {
			for (int i = 0; i < node.size(); i++) {
				check(path + "[" + i + "]", node.get(i), rule.get("items"), violations);
			}
		}
		if (node.isObject()) {
			checkFields(path, node, rule, violations);
		}
	}

	private void checkFields(String path, JsonNode node, JsonNode rule, List<String> violations) {
		JsonNode more = rule.get("additionalProperties");
		if (rule.has("required")) {
			rule.get("required")
				.valueStream()
				.filter((field) -> !node.has(field.asString()))
				.forEach((field) -> violations.add(path + "." + field.asString() + " is missing"));
		}
		for (Map.Entry<String, JsonNode> field : node.properties()) {
			JsonNode known = rule.has("properties") ? rule.get("properties").get(field.getKey()) : null;
			if (known == null && !more.isObject()) {
				violations.add(path + "." + field.getKey() + " is unknown");
			}
			else {
				check(path + "." + field.getKey(), field.getValue(), (known != null) ? known : more, violations);
			}
		}
	}

	private static boolean isOfType(JsonNode node, JsonNode type) {
		if (type.isArray()) {
			return type.valueStream().anyMatch((one) -> isOfType(node, one));
		}
		return switch (type.asString()) {
			case "string" -> node.isString();
			case "integer" -> node.isIntegralNumber();
			case "boolean" -> node.isBoolean();
			case "object" -> node.isObject();
			case "array" -> node.isArray();
			default -> node.isNull();
		};
	}

	static String json(Story story, boolean pretty) {
		StringWriter out = new StringWriter();
		new JsonRenderer(Masking.ON, pretty).render(story, out);
		return out.toString();
	}

	private static JsonNode schema() {
		try (InputStream stream = JsonRenderer.class.getResourceAsStream("trace-request-1.schema.json")) {
			return MAPPER.readTree(stream);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
