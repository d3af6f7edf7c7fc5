package io.tracingstarter.cli.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The YAML file that names the sources.
 *
 * @param path where it is
 * @param values what it holds, placeholders not yet resolved
 */
public record ConfigurationFile(Path path, Map<String, Object> values) {

	/** The name it has. */
	public static final String NAME = "trace-request.yml";

	private static final Set<String> KEYS = Set.of("since", "sources");

	private static final long MAX_BYTES = 1024 * 1024;

	/**
	 * Finds the file that counts: the one that was named, or the nearest of this folder
	 * and those above it, or that of the user.
	 * @param named what {@code --config} or the environment says; null to look for one
	 * @param folder where to begin
	 * @param environment {@code HOME} and {@code XDG_CONFIG_HOME}
	 */
	public static Optional<ConfigurationFile> find(@Nullable Path named, Path folder, Map<String, String> environment) {
		if (named != null) {
			return Optional.of(read(named));
		}
		return candidates(folder.toAbsolutePath().normalize(), environment).filter(Files::isRegularFile)
			.findFirst()
			.map(ConfigurationFile::read);
	}

	private static Stream<Path> candidates(Path folder, Map<String, String> environment) {
		List<Path> paths = new ArrayList<>();
		for (Path parent = folder; parent != null; parent = parent.getParent()) {
			paths.add(parent.resolve(NAME));
		}
		String configuration = environment.get("XDG_CONFIG_HOME");
		String home = environment.get("HOME");
		if (configuration != null && !configuration.isEmpty()) {
			paths.add(Path.of(configuration, "trace-request", NAME));
		}
		else if (home != null) {
			paths.add(Path.of(home, ".config", "trace-request", NAME));
		}
		return paths.stream();
	}

	private static ConfigurationFile read(Path path) {
		try {
			if (Files.size(path) > MAX_BYTES) {
				throw new ConfigurationException(path + " is larger than 1 MB, which no configuration is");
			}
			Map<String, Object> values = values(path);
			for (String key : values.keySet()) {
				if (!KEYS.contains(key)) {
					throw new ConfigurationException(path + " has no setting \"" + key + "\"." + Similar.hint(key, KEYS)
							+ " It knows since and sources.");
				}
			}
			return new ConfigurationFile(path, values);
		}
		catch (NoSuchFileException ex) {
			throw new ConfigurationException("There is no " + path + ".");
		}
		catch (IOException ex) {
			throw new ConfigurationException(path + " cannot be read: " + ex.getMessage());
		}
		catch (YamlEngineException ex) {
			throw new ConfigurationException(path + " is not valid YAML" + place(ex));
		}
	}

	// not with Jackson, whose object mapper takes longer to set up than a search takes
	private static Map<String, Object> values(Path path) throws IOException {
		Object content = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(path));
		return (content != null) ? asMap(content, path.toString()) : Map.of();
	}

	private static String place(YamlEngineException problem) {
		if (problem instanceof MarkedYamlEngineException marked) {
			return marked.getProblemMark().map((mark) -> ", line " + (mark.getLine() + 1)).orElse("") + ": "
					+ marked.getProblem();
		}
		return ": " + String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
	}

	/**
	 * Returns the settings of each source by its name, in the order of the file.
	 */
	Map<String, Map<String, Object>> sources() {
		Object sources = this.values.get("sources");
		if (sources == null) {
			return Map.of();
		}
		Map<String, Map<String, Object>> result = new LinkedHashMap<>();
		asMap(sources, this.path + ": sources").forEach(
				(name, settings) -> result.put(name, (settings != null) ? asMap(settings, place(name)) : Map.of()));
		return result;
	}

	/** Relative paths start from here. */
	Path folder() {
		Path parent = this.path.toAbsolutePath().getParent();
		return (parent != null) ? parent : this.path.toAbsolutePath();
	}

	String place(String source) {
		return this.path + ": sources." + source;
	}

	/**
	 * Returns how far back to search where no flag says so.
	 */
	public @Nullable String since() {
		Object since = this.values.get("since");
		return (since != null) ? since.toString() : null;
	}

	private static Map<String, Object> asMap(Object value, String place) {
		if (!(value instanceof Map<?, ?> map)) {
			throw new ConfigurationException(place + " must be a map of settings");
		}
		Map<String, Object> result = new LinkedHashMap<>();
		map.forEach((key, element) -> result.put(String.valueOf(key), element));
		return result;
	}

}
