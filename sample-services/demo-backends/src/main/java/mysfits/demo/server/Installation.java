package mysfits.demo.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the build left what the demo runs.
 *
 * @param home the root of the repository
 */
public record Installation(Path home) {

	/**
	 * Returns the installation that the system property {@code demo.home} points to, by
	 * default that of the working directory.
	 */
	public static Installation fromSystemProperties() {
		return new Installation(Path.of(System.getProperty("demo.home", ".")).toAbsolutePath().normalize());
	}

	Path serviceJar(Server service) {
		return builtJar(service.id());
	}

	Path zipkinJar() {
		return existing(target("demo-backends").resolve("backends/zipkin-server.jar"));
	}

	Path dynamoDbJar() {
		return builtJar("dynamodb-local");
	}

	Path dynamoDbLibraries() {
		return existing(target("dynamodb-local").resolve("lib"));
	}

	private Path builtJar(String module) {
		Path target = existing(target(module));
		try (Stream<Path> files = Files.list(target)) {
			List<Path> jars = files.filter((file) -> isMainJar(file, module))
				.sorted(Comparator.comparing(Path::toString))
				.toList();
			return jars.isEmpty() ? existing(target.resolve(module + ".jar")) : jars.get(jars.size() - 1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean isMainJar(Path file, String module) {
		String name = file.getFileName().toString();
		return name.startsWith(module + "-") && name.endsWith(".jar") && !name.endsWith("-sources.jar")
				&& !name.endsWith("-javadoc.jar");
	}

	private Path target(String module) {
		return this.home.resolve("sample-services").resolve(module).resolve("target");
	}

	private static Path existing(Path path) {
		if (!Files.exists(path)) {
			throw new StartFailedException("Not built: " + path + " is missing. Run: mvn -DskipTests package", null);
		}
		return path;
	}

}
