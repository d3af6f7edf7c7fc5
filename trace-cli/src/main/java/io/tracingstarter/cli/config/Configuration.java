package io.tracingstarter.cli.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.tracingstarter.cli.source.Source;
import org.jspecify.annotations.Nullable;

/**
 * What to search: the sources of a configuration file and those that flags name.
 *
 * @param sources the sources, nothing asked yet
 * @param timeouts how long those may take that say so, by name
 * @param since how far back to search where no flag says so; null where the file does not
 * say
 */
public record Configuration(List<Source> sources, Map<String, Duration> timeouts, @Nullable String since) {

	/**
	 * Reads what is configured. Flags that name sources stand for themselves: the file's
	 * sources are asked only where there are none, or where a name asks for them.
	 * @param file the file; empty where there is none
	 * @param flags the settings of the sources that flags name, by name
	 * @param only the names of those to ask; empty for all
	 * @param folder what relative paths of flags start from
	 * @param environment for placeholders
	 * @throws ConfigurationException when something cannot be done, or nothing is named
	 */
	public static Configuration of(Optional<ConfigurationFile> file, Map<String, Map<String, Object>> flags,
			List<String> only, Path folder, Map<String, String> environment) {
		SourceFactory factory = new SourceFactory(new Placeholders(environment));
		Map<String, Prepared> prepared = new LinkedHashMap<>();
		if (flags.isEmpty() || !only.isEmpty()) {
			file.ifPresent((from) -> from.sources()
				.forEach((name, values) -> prepared.put(name, new Prepared(from.place(name), values, from.folder()))));
		}
		flags.forEach((name, values) -> prepared.put(name, new Prepared("--" + name, values, folder)));
		for (String name : only) {
			if (!prepared.containsKey(name)) {
				throw new ConfigurationException(
						"There is no source \"" + name + "\"." + Similar.hint(name, prepared.keySet()) + " There are: "
								+ String.join(", ", prepared.keySet()));
			}
		}
		List<Source> sources = new ArrayList<>();
		Map<String, Duration> timeouts = new LinkedHashMap<>();
		List<MissingVariableException> missing = new ArrayList<>();
		prepared.forEach((name, settings) -> {
			if ((only.isEmpty() && settings.isEnabled()) || only.contains(name)) {
				try {
					sources.add(factory.create(name, settings.place(), settings.values(), settings.folder(), timeouts));
				}
				catch (MissingVariableException ex) {
					sources.add(new UnsetSource(name, settings.place(), ex));
					missing.add(ex);
				}
			}
		});
		if (!missing.isEmpty() && missing.size() == sources.size()) {
			throw missing.get(0);
		}
		if (sources.isEmpty()) {
			throw new ConfigurationException(nothing(file));
		}
		return new Configuration(sources, timeouts, file.map(ConfigurationFile::since).orElse(null));
	}

	private static String nothing(Optional<ConfigurationFile> file) {
		return file.map((from) -> from.path() + " names no source.").orElse("Nothing to search.")
				+ " Name one, such as --file 'logs/*.json' or --zipkin http://localhost:9411, or write "
				+ ConfigurationFile.NAME + ":\n\n  sources:\n    logs:\n      type: files\n"
				+ "      paths: [/var/log/shop/*.json]\n    zipkin:\n      url: http://localhost:9411";
	}

	private record Prepared(String place, Map<String, Object> values, Path folder) {

		boolean isEnabled() {
			return switch (String.valueOf(this.values.getOrDefault("enabled", "true"))) {
				case "true" -> true;
				case "false" -> false;
				default -> throw new ConfigurationException(this.place + ".enabled must be true or false");
			};
		}

	}

}
