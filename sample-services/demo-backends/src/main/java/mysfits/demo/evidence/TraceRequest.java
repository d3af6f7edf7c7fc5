package mysfits.demo.evidence;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs {@code bin/trace-request}.
 */
public final class TraceRequest {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Duration PAUSE = Duration.ofMillis(500);

	private final Path command;

	private final Path logs;

	private final URI zipkin;

	/**
	 * @param home the folder of the project
	 * @param logs the folder of the services' log files
	 * @param zipkin where Zipkin is
	 */
	public TraceRequest(Path home, Path logs, URI zipkin) {
		this.command = home.resolve("bin/trace-request");
		this.logs = logs;
		this.zipkin = zipkin;
	}

	/** Returns the options that make it search files only. */
	public List<String> files() {
		return List.of("--file", this.logs + "/*.json");
	}

	/** Returns the options that make it search Zipkin only. */
	public List<String> zipkin() {
		return List.of("--zipkin", this.zipkin.toString());
	}

	/**
	 * Returns what it tells from files alone and from Zipkin, as soon as both agree, or
	 * the last it told where they do not: the last spans may still be on their way to
	 * either.
	 * @throws IOException when it fails
	 */
	public BothStories both(String id) throws IOException, InterruptedException {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (true) {
			BothStories both = new BothStories(story(id, files()), story(id, zipkin()));
			if (both.agree() || System.nanoTime() > end) {
				return both;
			}
			Thread.sleep(PAUSE.toMillis());
		}
	}

	/**
	 * Returns what it tells.
	 * @param options where to search
	 * @throws IOException when it fails
	 */
	private ToldStory story(String id, List<String> options) throws IOException, InterruptedException {
		List<String> all = new ArrayList<>(options);
		all.add("--json");
		return ToldStory.parse(text(id, all));
	}

	/**
	 * Returns what it prints.
	 * @param options where to search, and how to print
	 * @throws IOException when it fails
	 */
	public String text(String id, List<String> options) throws IOException, InterruptedException {
		List<String> words = new ArrayList<>(List.of(this.command.toString(), id));
		words.addAll(options);
		Process process = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		process.getOutputStream().close();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		int code = process.waitFor();
		if (code != 0) {
			throw new IOException(this.command + " ended with " + code + ": " + output);
		}
		return output;
	}

	/**
	 * The same request, told twice.
	 *
	 * @param files from the log files alone
	 * @param zipkin from Zipkin alone
	 */
	public record BothStories(ToldStory files, ToldStory zipkin) {

		/** Returns whether both tell the same. */
		public boolean agree() {
			return this.files.agreesWith(this.zipkin);
		}

	}

}
