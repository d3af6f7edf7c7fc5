package io.tracingstarter.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Java program in a JVM of its own, with some libraries taken off its class path: what
 * a service is like that left them out.
 */
public final class ChildProcess implements AutoCloseable {

	private final Process process;

	private final Path output;

	private ChildProcess(Process process, Path output) {
		this.process = process;
		this.output = output;
	}

	/**
	 * Starts a program.
	 * @param main the class with the main method
	 * @param leftOut tells by its file name which entry of the class path to leave out
	 * @param arguments arguments of the program
	 * @return the process
	 */
	public static ChildProcess start(Class<?> main, Predicate<String> leftOut, String... arguments) {
		return start(List.of(), main.getName(), leftOut, arguments);
	}

	/**
	 * Starts a program.
	 * @param main the class with the main method
	 * @param options options of the JVM
	 * @param arguments arguments of the program
	 * @return the process
	 */
	public static ChildProcess start(Class<?> main, List<String> options, String... arguments) {
		return start(options, main.getName(), (entry) -> false, arguments);
	}

	/**
	 * Compiles and starts a program that is one source file.
	 * @param source the file
	 * @param leftOut tells by its file name which entry of the class path to leave out
	 * @param options options of the JVM
	 * @param arguments arguments of the program
	 * @return the process
	 */
	public static ChildProcess startSource(Path source, Predicate<String> leftOut, List<String> options,
			String... arguments) {
		return start(options, source.toString(), leftOut, arguments);
	}

	private static ChildProcess start(List<String> options, String main, Predicate<String> leftOut,
			String... arguments) {
		try {
			Path output = Files.createTempFile("child", ".out");
			List<String> command = new ArrayList<>(
					List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
							"-XX:TieredStopAtLevel=1", "-cp", classPath(leftOut)));
			command.addAll(options);
			command.add(main);
			command.addAll(List.of(arguments));
			Process process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(output.toFile())
				.start();
			return new ChildProcess(process, output);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String classPath(Predicate<String> leftOut) {
		String separator = System.getProperty("path.separator");
		return String.join(separator,
				Arrays.stream(System.getProperty("java.class.path").split(separator))
					.filter((entry) -> !leftOut.test(Path.of(entry).getFileName().toString()))
					.toList());
	}

	/**
	 * Waits until the output holds a pattern.
	 * @param pattern what to wait for
	 * @return the match
	 */
	public Matcher await(Pattern pattern) {
		long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
		while (true) {
			boolean last = !this.process.isAlive() || System.nanoTime() > end;
			Matcher matcher = pattern.matcher(output());
			if (matcher.find()) {
				return matcher;
			}
			if (last) {
				throw new AssertionError("'" + pattern + "' is not in the output:\n" + output());
			}
			LockSupport.parkNanos(10_000_000);
		}
	}

	public String output() {
		try {
			return Files.readString(this.output);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Asks it to end, as {@code SIGTERM} does.
	 */
	public void terminate() {
		this.process.destroy();
	}

	/**
	 * Ends it without a word, as {@code SIGKILL} does, and waits until it has gone.
	 */
	public void kill() {
		this.process.destroyForcibly();
		exitCode();
	}

	/**
	 * Waits for the end.
	 * @return its exit code
	 */
	public int exitCode() {
		try {
			if (!this.process.waitFor(60, TimeUnit.SECONDS)) {
				throw new AssertionError("It does not end:\n" + output());
			}
			return this.process.exitValue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
		try {
			this.process.waitFor();
			Files.deleteIfExists(this.output);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
