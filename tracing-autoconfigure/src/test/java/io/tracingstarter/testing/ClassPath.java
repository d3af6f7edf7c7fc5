package io.tracingstarter.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * Says which of the libraries on the tests' class path an application uses. The others
 * stay switched off, as {@code application.properties} of the tests says.
 */
public final class ClassPath {

	private static final String EXCLUDE = "spring.autoconfigure.exclude";

	private ClassPath() {
	}

	/**
	 * The property that lets an application use some modules of Boot.
	 * @param modules their names, such as {@code kafka}
	 * @return name and value of the property
	 */
	public static String with(String... modules) {
		return EXCLUDE + "="
				+ Stream.of(load().getProperty(EXCLUDE).split(","))
					.map(String::strip)
					.filter((excluded) -> Stream.of(modules)
						.noneMatch((module) -> excluded.startsWith("org.springframework.boot." + module + ".")))
					.collect(Collectors.joining(","));
	}

	private static Properties load() {
		try {
			return PropertiesLoaderUtils.loadProperties(new ClassPathResource("application.properties"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
