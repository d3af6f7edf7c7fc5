package io.tracingstarter.resource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * What can be seen from inside of the machine that a service runs on.
 *
 * @param variables reads environment variables
 * @param root root of the file system
 * @param client asks metadata endpoints
 * @param json reads a JSON object; throws a {@code RuntimeException} where it is none
 */
record Machine(Function<String, @Nullable String> variables, Path root, MetadataClient client,
		Function<String, Map<String, Object>> json) {

	/**
	 * Reads an environment variable.
	 * @return its value; {@code null} where it has none
	 */
	@Nullable String variable(String name) {
		String value = this.variables.apply(name);
		return (value != null && !value.isBlank()) ? value : null;
	}

	/**
	 * Reads the beginning of a file.
	 * @param path absolute path
	 * @return its content; {@code null} where it cannot be read
	 */
	@Nullable String file(String path) {
		try (InputStream content = Files.newInputStream(this.root.resolve(path.substring(1)))) {
			return new String(content.readNBytes(MetadataClient.MAX_LENGTH), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			return null;
		}
	}

	/**
	 * Reads a JSON object.
	 * @throws IOException if it is none
	 */
	Map<String, Object> object(String text) throws IOException {
		try {
			return this.json.apply(text);
		}
		catch (RuntimeException | StackOverflowError ex) {
			throw new IOException("The answer is no JSON object", ex);
		}
	}

	/**
	 * Returns an object's field that is an object itself; an empty one where it is not.
	 */
	static Map<?, ?> objectOf(Map<?, ?> object, String name) {
		return (object.get(name) instanceof Map<?, ?> field) ? field : Map.of();
	}

}
