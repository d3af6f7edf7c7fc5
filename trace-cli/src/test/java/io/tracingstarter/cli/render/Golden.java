package io.tracingstarter.cli.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * Compares output with a file of {@code src/test/resources/golden}. With
 * {@code -Dgolden.update=true} the file is written and the test fails, so that nobody
 * updates without looking.
 */
final class Golden {

	private static final Path DIRECTORY = Path.of("src/test/resources/golden");

	private Golden() {
	}

	static void assertMatches(String name, String actual) throws IOException {
		Path file = DIRECTORY.resolve(name);
		if (Boolean.getBoolean("golden.update")) {
			Files.createDirectories(DIRECTORY);
			Files.writeString(file, actual);
			fail("Wrote " + file + ": look at it, and run again without golden.update");
		}
		assertThat(actual).isEqualTo(Files.readString(file));
	}

}
