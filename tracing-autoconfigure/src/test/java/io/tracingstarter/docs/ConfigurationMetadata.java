package io.tracingstarter.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import io.tracingstarter.TracingNames;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The properties of the library, as its configuration metadata describes them.
 */
final class ConfigurationMetadata {

	private static final List<Property> PROPERTIES = read();

	private ConfigurationMetadata() {
	}

	static List<Property> properties() {
		return PROPERTIES;
	}

	static boolean knows(String name) {
		String plain = name.replaceAll("\\[.*", "");
		return PROPERTIES.stream()
			.anyMatch((property) -> property.name().equals(plain)
					|| (property.type().startsWith("java.util.Map") && name.startsWith(property.name() + ".")));
	}

	private static List<Property> read() {
		try (InputStream json = TracingNames.class
			.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			JsonNode properties = JsonMapper.shared().readTree(json).get("properties");
			return StreamSupport.stream(properties.spliterator(), false)
				.filter((property) -> property.get("name").asString().startsWith("tracing."))
				.map(Property::of)
				.sorted(Comparator.comparing(Property::name))
				.collect(Collectors.toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * One property.
	 *
	 * @param name its name
	 * @param type its Java type
	 * @param byDefault its default value, or an empty string
	 * @param description what it does
	 */
	record Property(String name, String type, String byDefault, String description) {

		private static Property of(JsonNode json) {
			return new Property(json.get("name").asString(), json.path("type").asString(""),
					value(json.get("defaultValue")), json.path("description").asString("").replaceAll("\\s+", " "));
		}

		private static String value(JsonNode value) {
			if (value == null) {
				return "";
			}
			return value.isArray() ? StreamSupport.stream(value.spliterator(), false)
				.map(JsonNode::asString)
				.collect(Collectors.joining(", ")) : value.asString();
		}

		String group() {
			String[] parts = this.name.split("\\.");
			boolean exporter = parts[1].equals("exporters");
			return (parts.length < 3) ? "tracing" : String.join(".", List.of(parts).subList(0, exporter ? 3 : 2));
		}

	}

}
