package io.tracingstarter.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The pages of the documentation and the blocks of code in them.
 */
final class Documentation {

	/** The tests of a module run in its folder. */
	static final Path ROOT = Path.of("").toAbsolutePath().getParent();

	private static final Pattern BLOCK = Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

	private Documentation() {
	}

	static List<Path> pages() {
		try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
			return Stream
				.concat(Stream.of("README.md", "CONTRIBUTING.md").map(ROOT::resolve),
						docs.filter((path) -> path.toString().endsWith(".md")))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The blocks for service developers; those for operations are tested with the
	 * command.
	 */
	static Stream<Block> blocks(String language) {
		return pages().stream()
			.filter((page) -> !page.startsWith(ROOT.resolve("docs/operations")))
			.flatMap(Documentation::blocks)
			.filter((block) -> block.language().equals(language));
	}

	private static Stream<Block> blocks(Path page) {
		return BLOCK.matcher(read(page))
			.results()
			.map((MatchResult result) -> new Block(ROOT.relativize(page).toString(), result.group(1), result.group(2)));
	}

	static String read(Path page) {
		try {
			return Files.readString(page);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	record Block(String page, String language, String text) {

		@Override
		public String toString() {
			return this.page + ": " + this.text.lines().findFirst().orElse("");
		}

	}

}
