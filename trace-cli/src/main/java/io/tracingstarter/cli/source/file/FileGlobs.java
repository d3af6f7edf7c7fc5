package io.tracingstarter.cli.source.file;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.PatternSyntaxException;

import org.jspecify.annotations.Nullable;

/**
 * Finds the files that globs name: paths, directories with all that is below, and
 * patterns with {@code *}, {@code ?}, {@code [a-z]}, {@code {a,b}} and {@code **}, which
 * stands for any number of directories; a tilde at the beginning is the home directory.
 */
final class FileGlobs {

	private static final int MAX_FILES = 10_000;

	private static final int MAX_DEPTH = 64;

	private final List<String> globs;

	FileGlobs(List<String> globs) {
		this.globs = List.copyOf(globs);
	}

	/**
	 * Returns the regular files, each once, whatever links lead to it.
	 * @param notes takes what a reader should know
	 */
	List<LogFile> files(Consumer<String> notes) throws InterruptedException {
		Map<Object, LogFile> files = new LinkedHashMap<>();
		for (String glob : this.globs) {
			Visitor visitor = new Visitor(files, notes);
			try {
				expand(glob, visitor);
			}
			catch (IOException | InvalidPathException | PatternSyntaxException ex) {
				notes.accept(glob + ": " + Problems.reason(ex));
			}
			if (Thread.interrupted()) {
				throw new InterruptedException();
			}
			if (visitor.matches == 0) {
				notes.accept("no file matches " + glob);
			}
			if (visitor.skipped > 0) {
				notes.accept(visitor.skipped + " that match " + glob + " are no regular files");
			}
		}
		if (files.size() >= MAX_FILES) {
			notes.accept("searched only the first " + MAX_FILES + " files");
		}
		return new ArrayList<>(files.values());
	}

	private static void expand(String glob, Visitor visitor) throws IOException {
		String text = glob.equals("~") || glob.startsWith("~/") ? System.getProperty("user.home") + glob.substring(1)
				: glob;
		Path literal = literal(text);
		if (literal != null) {
			visitor.matchers = List.of((path) -> true);
			walk(literal, MAX_DEPTH, visitor);
			return;
		}
		int meta = 0;
		while ("*?[{".indexOf(text.charAt(meta)) < 0) {
			if (++meta == text.length()) {
				return;
			}
		}
		int slash = text.lastIndexOf('/', meta);
		String base = (slash < 0) ? "" : text.substring(0, slash + 1);
		String pattern = text.substring(slash + 1);
		visitor.base = Path.of(base);
		visitor.matchers = List.of(FileSystems.getDefault().getPathMatcher("glob:" + pattern),
				FileSystems.getDefault().getPathMatcher("glob:" + pattern.replace("**/", "")));
		int depth = pattern.contains("**") ? MAX_DEPTH
				: (int) pattern.chars().filter((letter) -> letter == '/').count() + 1;
		walk(base.isEmpty() ? Path.of(".") : visitor.base, depth, visitor);
	}

	private static @Nullable Path literal(String text) {
		try {
			Path path = Path.of(text);
			return Files.exists(path) ? path : null;
		}
		catch (InvalidPathException ex) {
			return null;
		}
	}

	private static void walk(Path start, int depth, Visitor visitor) throws IOException {
		if (Files.exists(start)) {
			Files.walkFileTree(start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth, visitor);
		}
	}

	private static final class Visitor extends SimpleFileVisitor<Path> {

		private final Map<Object, LogFile> files;

		private final Consumer<String> notes;

		private Path base = Path.of("");

		private List<PathMatcher> matchers = List.of();

		private int matches;

		private int skipped;

		private Visitor(Map<Object, LogFile> files, Consumer<String> notes) {
			this.files = files;
			this.notes = notes;
		}

		@Override
		public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
			Path file = path.normalize();
			Path base = this.base.normalize();
			Path relative = (file.startsWith(base) && !file.equals(base)) ? base.relativize(file) : file;
			if (attributes.isDirectory() || this.matchers.stream().noneMatch((matcher) -> matcher.matches(relative))) {
				return go();
			}
			this.matches++;
			if (!attributes.isRegularFile()) {
				this.skipped++;
				return go();
			}
			Object key = attributes.fileKey();
			LogFile found = new LogFile(file, file.toString(), attributes.size(),
					attributes.lastModifiedTime().toInstant());
			this.files.putIfAbsent((key != null) ? key : file.toAbsolutePath(), found);
			return go();
		}

		@Override
		public FileVisitResult visitFileFailed(Path path, IOException problem) {
			if (!(problem instanceof FileSystemLoopException) && !Files.isSymbolicLink(path)) {
				this.notes.accept(path + ": " + Problems.reason(problem));
			}
			return go();
		}

		@Override
		public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException problem) {
			return go();
		}

		private FileVisitResult go() {
			boolean stop = this.files.size() >= MAX_FILES || Thread.currentThread().isInterrupted();
			return stop ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
		}

	}

}
